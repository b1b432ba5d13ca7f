import { activePlugins, contributions, deactivatePlugin, definePlugin } from '@aiwendy/sdk';
import { renderHook } from '@testing-library/react';
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
const { useWebFailures } = await import('./loadState');

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

  it('replaces an installed module in the open page when its version changes', async () => {
    const address = (path: string) => `data:text/javascript,${encodeURIComponent(`export default { register(app) { app.page('${path}', { title: 'T', component: () => null }); } } //`)}`;
    const serve = (version: string, path: string) => {
      vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify([{ id: 'org.x.risk', name: 'Risk', version, entry: address(path) }]), { headers: { 'content-type': 'application/json' } })));
    };
    serve('1.0.0', '/old');
    await loadPlugins();
    expect(contributions().pages.map((page) => page.path)).toEqual(['/p/org.x.risk/old']);
    serve('1.1.0', '/new');
    await loadPlugins();
    expect(contributions().pages.map((page) => page.path)).toEqual(['/p/org.x.risk/new']);
  });

  it('keeps what works when the new version of a module is broken, and says so', async () => {
    const serve = (version: string, code: string) => {
      vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify([{ id: 'org.x.risk', name: 'Risk', version, entry: `data:text/javascript,${encodeURIComponent(`${code} //`)}` }]), { headers: { 'content-type': 'application/json' } })));
    };
    serve('2.0.0', "export default { register(app) { app.page('/works', { title: 'T', component: () => null }); } }");
    await loadPlugins();
    serve('2.1.0', "throw new Error('thrown on import')");
    await loadPlugins();
    expect(contributions().pages.map((page) => page.path)).toEqual(['/p/org.x.risk/works']);
    const { result } = renderHook(() => useWebFailures());
    expect(result.current.get('org.x.risk')).toBe('thrown on import');
  });
});
