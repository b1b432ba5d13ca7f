import { activePlugins, contributions, deactivatePlugin, definePlugin } from '@aiwendy/sdk';
import { renderHook } from '@testing-library/react';
import type { WebModuleState } from './loadState';
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

const { loadPlugins, retryPlugin } = await import('./loadPlugins');
const { useWebModules } = await import('./loadState');

function list(...ids: string[]) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(ids.map((id) => ({ id, name: id, version: '1.0.0', entry: '/assets/x.js' }))), { headers: { 'content-type': 'application/json' } })));
}

function serveModule(code: string) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify([{ id: 'org.x.slow', name: 'Slow', version: '1.0.0', entry: `data:text/javascript,${encodeURIComponent(`${code} //`)}` }]), { headers: { 'content-type': 'application/json' } })));
}

function state(id: string) {
  return renderHook(() => useWebModules()).result.current.get(id) as WebModuleState;
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
    expect(state('org.x.risk')).toEqual({ name: 'Risk', phase: 'failed', reason: 'thrown on import' });
  });

  it('opens the page without a module that never comes, says so, and takes it in when it comes at last', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    let come: (value: unknown) => void = () => undefined;
    vi.stubGlobal('waitForIt', new Promise((resolve) => (come = resolve)));
    serveModule("await globalThis.waitForIt; export default { register(app) { app.page('/late', { title: 'T', component: () => null }); } }");
    const opened = loadPlugins();
    await vi.advanceTimersByTimeAsync(1500);
    await opened;
    expect(state('org.x.slow').phase).toBe('loading');
    await vi.advanceTimersByTimeAsync(8000);
    expect(state('org.x.slow')).toEqual({ name: 'Slow', phase: 'failed', reason: null });
    vi.useRealTimers();
    come(null);
    await vi.waitFor(() => {
      expect(state('org.x.slow').phase).toBe('ready');
    });
    expect(contributions().pages.map((page) => page.path)).toEqual(['/p/org.x.slow/late']);
  });

  it('says when a module is none, and tries again under another address', async () => {
    serveModule('export const nothing = 1;');
    await loadPlugins();
    expect(state('org.x.slow').reason).toBe('The module has no default export made with definePlugin.');
    await retryPlugin('org.x.slow');
    expect(state('org.x.slow').phase).toBe('failed');
    list();
    await loadPlugins();
    expect(state('org.x.slow')).toBeUndefined();
  });
});
