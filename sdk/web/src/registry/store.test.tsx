import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTranslations } from '../i18n/i18n';
import { useT } from '../i18n/useT';
import { TestPage } from '../testing';
import { activatePlugin, contributions, deactivatePlugin } from './store';
import { CoachCardSlot } from './CoachCardSlot';
import { definePlugin, type PluginApp, type ThemeTokens } from './types';
import { WidgetSlot } from './WidgetSlot';

const id = 'org.example.test';

function Named({ name }: { name?: string }) {
  const t = useT();
  return (
    <p>
      {t('hello')} {name}
    </p>
  );
}

describe('registry', () => {
  beforeAll(() => {
    startTranslations('en');
  });
  afterEach(() => {
    deactivatePlugin(id);
    deactivatePlugin('org.example.other');
  });

  it('replaces what a plugin contributed before', () => {
    activatePlugin(id, definePlugin((app) => app.page('/one', { title: 'One', component: Named })));
    activatePlugin(id, definePlugin((app) => app.page('/two', { title: 'Two', component: Named })));
    expect(contributions().pages.map((page) => page.path)).toEqual(['/two']);
  });

  it('keeps the old contributions when the new registration throws', () => {
    activatePlugin(id, definePlugin((app) => app.page('/one', { title: 'One', component: Named })));
    expect(() => {
      activatePlugin(
        id,
        definePlugin(() => {
          throw new Error('broken');
        }),
      );
    }).toThrow('broken');
    expect(contributions().pages.map((page) => page.path)).toEqual(['/one']);
  });

  it('puts an installed plugin below its own address', () => {
    activatePlugin(id, definePlugin((app) => app.page('/risk', { title: 'Risk', component: Named })), { pathPrefix: `/p/${id}` });
    expect(contributions().pages[0]?.path).toBe(`/p/${id}/risk`);
  });

  it('draws widgets with their own texts, and a failing one takes nothing else with it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    let isBroken = true;
    function Fragile() {
      const [ok] = useState(() => !isBroken);
      if (!ok) {
        throw new Error('boom');
      }
      return <p>recovered</p>;
    }
    activatePlugin(
      id,
      definePlugin((app) => {
        app.translations({ en: { hello: 'Hello' }, 'zh-CN': { hello: '你好' } });
        app.widget<{ name?: string }>('dashboard', { id: 'a', component: Named });
      }),
    );
    activatePlugin('org.example.other', definePlugin((app) => app.widget('dashboard', { id: 'b', component: Fragile })));
    render(
      <TestPage>
        <WidgetSlot name="dashboard" props={{ name: 'Ada' }} />
      </TestPage>,
    );
    expect(screen.getByText('Hello Ada')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent('This part of org.example.other stopped working');
    isBroken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText('recovered')).toBeInTheDocument();
  });

  it('speaks Chinese when the page does', () => {
    activatePlugin(
      id,
      definePlugin((app) => {
        app.translations({ en: { hello: 'Hello' }, 'zh-CN': { hello: '你好' } });
        app.widget('dashboard', { id: 'a', component: Named });
      }),
    );
    render(
      <TestPage language="zh-CN">
        <WidgetSlot name="dashboard" />
      </TestPage>,
    );
    expect(screen.getByText('你好')).toBeInTheDocument();
    expect(document.documentElement.lang).toBe('zh-CN');
  });

  it('draws what a plugin adds to the card of its coach, and to no other', () => {
    activatePlugin(id, definePlugin((app) => app.coachCard('stoic', ({ coach }) => <p>Card of {coach.name}</p>)));
    render(
      <TestPage>
        <CoachCardSlot coach={{ id: 'stoic', name: 'Marcus A.', description: '' }} />
        <CoachCardSlot coach={{ id: 'wendy', name: 'Wendy', description: '' }} />
      </TestPage>,
    );
    expect(screen.getByText('Card of Marcus A.')).toBeInTheDocument();
    expect(screen.queryByText('Card of Wendy')).toBeNull();
  });

  it('puts colours of a theme on the page and takes them away with the plugin', () => {
    document.documentElement.style.setProperty('--accent', '#1f5cb8');
    const written = vi.spyOn(CSSStyleSheet.prototype, 'replaceSync');
    activatePlugin(id, definePlugin((app) => app.theme({ light: { accent: '#0a7', 'c-stoic': 'rgb(80 70 60)' }, dark: { accent: '#7fd' } })));
    expect(document.adoptedStyleSheets).toHaveLength(1);
    expect(written.mock.calls[0]?.[0]).toContain('--accent: #0a7; --c-stoic: rgb(80 70 60);');
    expect(written.mock.calls[0]?.[0]).toContain('[data-theme="dark"] { --accent: #7fd; }');
    deactivatePlugin(id);
    expect(document.adoptedStyleSheets).toHaveLength(0);
  });

  it.each([
    [{ nothing: '#fff' }, 'There is no token --nothing.'],
    [{ accent: 'url(https://x.example)' }, '--accent must be a colour'],
    [{ accent: 'red; } * { display: none' }, '--accent must be a colour'],
  ])('refuses a theme that is none: %o', (light, message) => {
    document.documentElement.style.setProperty('--accent', '#1f5cb8');
    expect(() => {
      activatePlugin(id, definePlugin((app) => app.theme({ light, dark: {} } as unknown as ThemeTokens)));
    }).toThrow(message);
    expect(document.adoptedStyleSheets).toHaveLength(0);
  });

  it('gives what failed another chance in the next module of its plugin', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = () => {
      throw new Error('broken');
    };
    activatePlugin(id, definePlugin((app) => app.widget('dashboard', { id: 'a', component: broken })), { name: 'Risk' });
    render(
      <TestPage>
        <WidgetSlot name="dashboard" />
      </TestPage>,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('Risk');
    act(() => {
      activatePlugin(id, definePlugin((app) => app.widget('dashboard', { id: 'a', component: () => <p>repaired</p> })));
    });
    expect(screen.getByText('repaired')).toBeInTheDocument();
  });

  it.each([
    ['a page without a component', (app: PluginApp) => { app.page('/x', { title: 'T' } as never); }, 'The page /x has no component.'],
    ['a path that is none', (app: PluginApp) => { app.page('x', { title: 'T', component: () => null }); }, 'begins with "/"'],
    ['a widget without a component', (app: PluginApp) => { app.widget('dashboard', { id: 'w' } as never); }, 'The widget w has no component.'],
  ])('refuses %s, and keeps what was there', (_, register, message) => {
    activatePlugin(id, definePlugin((app) => { app.page('/works', { title: 'T', component: () => null }); }));
    expect(() => {
      activatePlugin(id, definePlugin(register));
    }).toThrow(message);
    expect(contributions().pages.map((page) => page.path)).toEqual(['/works']);
  });
});
