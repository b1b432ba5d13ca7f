import { describe, expect, it } from 'vitest';
import { bottomPages, navSections, tabPages } from './navigation';
import { pageTarget, type ShellPage } from './pageTypes';

const nothing = () => null;

function page(path: string, group: string, order: number, tab = false): ShellPage {
  return { path, plugin: 'p', title: path, component: nothing, nav: { group, order, tab } };
}

const pages = [page('/trades', 'journal', 20, true), page('/', 'main', 10, true), page('/import', 'journal', 10, true), page('/settings', 'bottom', 5), page('/odd', 'nowhere', 99), { ...page('/hidden', 'main', 1), nav: undefined }];

describe('navigation', () => {
  it('puts pages into their groups, in order; a group that nobody declared joins main', () => {
    const sections = navSections(pages, [{ id: 'journal', title: 'Journal', order: 1, plugin: 'p' }]);
    expect(sections.map((section) => [section.id, section.pages.map((one) => one.path)])).toEqual([
      ['main', ['/', '/odd']],
      ['journal', ['/import', '/trades']],
    ]);
    expect(bottomPages(pages).map((one) => one.path)).toEqual(['/settings']);
  });

  it('gives a phone at most four tabs', () => {
    expect(tabPages([...pages, page('/a', 'main', 1, true), page('/b', 'main', 2, true)]).map((one) => one.path)).toEqual(['/a', '/b', '/', '/import']);
  });

  it('leads to the path without its parameters', () => {
    expect(['/', '/coach/:id?', '/a/b/:x/:y', '/files/*'].map(pageTarget)).toEqual(['/', '/coach', '/a/b', '/files']);
  });
});
