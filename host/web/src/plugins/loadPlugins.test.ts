import { activePlugins, contributions, deactivatePlugin, definePlugin } from '@aiwendy/sdk';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('virtual:built-in-plugins', () => ({
  builtInPlugins: {
    'aiwendy.one': () => Promise.resolve({ default: definePlugin((app) => app.page('/one', { title: 'One', component: () => null })) }),
    'aiwendy.broken': () => Promise.reject(new Error('does not parse')),
    'aiwendy.throws': () =>
      Promise.resolve({
        default: definePlugin(() => {
          throw new Error('registration failed');
        }),
      }),
  },
}));

const { loadPlugins } = await import('./loadPlugins');

function list(...ids: string[]) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(ids.map((id) => ({ id, name: id, version: '1.0.0', entry: '/assets/x.js' }))), { headers: { 'content-type': 'application/json' } })));
}

describe('loading plugins', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    activePlugins().forEach(deactivatePlugin);
  });

  it('loads each on its own: a broken one keeps no other away', async () => {
    list('aiwendy.broken', 'aiwendy.throws', 'aiwendy.one');
    await loadPlugins();
    expect(contributions().pages.map((page) => page.path)).toEqual(['/one']);
  });

  it('takes away what is no longer active, and brings it back', async () => {
    list('aiwendy.one');
    await loadPlugins();
    list();
    await loadPlugins();
    expect(contributions().pages).toEqual([]);
    list('aiwendy.one');
    await loadPlugins();
    expect(activePlugins()).toEqual(['aiwendy.one']);
  });
});
