import type { NavGroup } from '@aiwendy/sdk';
import type { ShellPage } from './pageTypes';

export interface NavSection {
  id: string;
  plugin: string;
  /** Absent for the first section. */
  title?: string;
  pages: ShellPage[];
}

function byOrder(a: ShellPage, b: ShellPage): number {
  return (a.nav?.order ?? 0) - (b.nav?.order ?? 0);
}

/** The sections above the bottom one: `main`, then the declared groups; pages of an undeclared group join `main`. */
export function navSections(pages: readonly ShellPage[], groups: readonly (NavGroup & { plugin: string })[]): NavSection[] {
  const known = new Set(groups.map((group) => group.id));
  const inMain = pages.filter((page) => page.nav && page.nav.group !== 'bottom' && !known.has(page.nav.group));
  const sections: NavSection[] = [{ id: 'main', plugin: 'shell', pages: inMain.sort(byOrder) }];
  for (const group of [...groups].sort((a, b) => a.order - b.order)) {
    sections.push({ id: group.id, plugin: group.plugin, title: group.title, pages: pages.filter((page) => page.nav?.group === group.id).sort(byOrder) });
  }
  return sections.filter((section) => section.pages.length > 0);
}

/** The entries at the foot of the sidebar. */
export function bottomPages(pages: readonly ShellPage[]): ShellPage[] {
  return pages.filter((page) => page.nav?.group === 'bottom').sort(byOrder);
}

/** The tabs of a phone: at most four, the rest is under "More". */
export function tabPages(pages: readonly ShellPage[]): ShellPage[] {
  return pages.filter((page) => page.nav?.tab).sort(byOrder).slice(0, 4);
}
