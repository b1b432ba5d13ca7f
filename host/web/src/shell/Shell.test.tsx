import { activatePlugin, definePlugin, deactivatePlugin, useGlobalBar } from '@aiwendy/sdk';
import { TestPage } from '@aiwendy/sdk/testing';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { setLoadState } from '../plugins/loadState';
import { addShellTexts } from '../texts';
import { Shell } from './Shell';

vi.mock('virtual:built-in-plugins', () => ({ builtInPlugins: {} }));

const answers: Record<string, object> = {
  '/api/platform': { name: 'AIWendy', version: '0.1.0', deploymentMode: 'self-hosted', authRequired: false, features: {}, locale: 'en', licence: { state: 'core' } },
  '/api/me': { id: '1', name: 'Lena Koch', isGuest: true, role: 'owner', language: 'en', permissions: [] },
  '/api/admin/plugins': { items: [{ id: 'a.b', name: 'Broken', version: '1.0.0', description: null, publisher: null, edition: 'community', builtIn: false, state: 'faulted', reason: 'It threw.', lastFault: null }] },
};

function serve(overrides: Record<string, object | number> = {}) {
  vi.stubGlobal('fetch', (url: string) => {
    const answer = overrides[url] ?? answers[url] ?? 404;
    return Promise.resolve(
      typeof answer === 'number'
        ? new Response(JSON.stringify({ code: answer === 401 ? 'sign_in_required' : 'not_found' }), { status: answer, headers: { 'content-type': 'application/problem+json' } })
        : new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } }),
    );
  });
}

function Days() {
  const [bar] = useGlobalBar();
  return <p>basis {bar.basis}</p>;
}

const plugin = definePlugin((app) => {
  app.navGroup({ id: 'journal', title: 'Journal', order: 1 });
  app.page('/trades', { title: 'Trades', component: () => <h1>All trades</h1>, nav: { group: 'journal', order: 1, tab: true } });
  app.page('/report', { title: 'Report', component: Days, nav: { group: 'journal', order: 2 }, bar: ['basis'] });
  app.page('/sign-in', { title: 'Sign in', component: () => <h1>Sign in here</h1>, frame: 'plain', public: true });
  app.page('/welcome', { title: 'Welcome', component: () => <h1>Welcome</h1>, frame: 'plain' });
});

function open(at: string, language: 'en' | 'zh-CN' = 'en') {
  render(
    <TestPage at={at} language={language}>
      <Shell />
    </TestPage>,
  );
  act(() => {
    addShellTexts();
    setLoadState('ready');
  });
}

describe('Shell', () => {
  beforeEach(() => {
    serve();
    activatePlugin('org.example.pages', plugin);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    deactivatePlugin('org.example.pages');
    deactivatePlugin('org.example.first');
  });

  it('shows the pages of plugins in the navigation, and goes there', async () => {
    open('/trades');
    const nav = screen.getByRole('navigation', { name: 'Main' });
    expect(within(nav).getByRole('link', { name: 'Trades' })).toHaveAttribute('aria-current', 'page');
    await userEvent.click(within(nav).getByRole('link', { name: 'Report' }));
    expect(await screen.findByText('basis net')).toBeInTheDocument();
    expect(document.title).toBe('Report · AIWendy');
    expect(screen.getByRole('main')).toHaveFocus();
  });

  it('shows only the controls of the bar that a page obeys, and keeps their state in the address', async () => {
    open('/report');
    const bar = screen.getByRole('group', { name: 'View' });
    expect(within(bar).queryByRole('button', { name: /Period/ })).toBeNull();
    await userEvent.click(within(bar).getByRole('radio', { name: 'Gross' }));
    expect(await screen.findByText('basis gross')).toBeInTheDocument();
    expect(within(screen.getByRole('navigation', { name: 'Main' })).getByRole('link', { name: 'Trades' })).toHaveAttribute('href', '/trades?basis=gross');
  });

  it('counts plugins that need an administrator', async () => {
    open('/trades');
    const nav = screen.getByRole('navigation', { name: 'Main' });
    expect(await within(nav).findByText('1')).toBeInTheDocument();
  });

  it('opens the palette with Ctrl K and goes where Enter says', async () => {
    open('/trades');
    await userEvent.keyboard('{Control>}k{/Control}');
    const input = await screen.findByRole('combobox', { name: 'Search and commands' });
    await userEvent.type(input, 'repo');
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('basis net')).toBeInTheDocument();
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('leads to the first run where it is needed', async () => {
    activatePlugin('org.example.first', definePlugin((app) => app.firstRun({ path: '/welcome', needed: () => Promise.resolve(true) })));
    open('/');
    expect(await screen.findByRole('heading', { name: 'Welcome' })).toBeInTheDocument();
    expect(screen.queryByRole('navigation', { name: 'Main' })).toBeNull();
  });

  it('leads to sign-in where that is required', async () => {
    serve({ '/api/platform': { ...answers['/api/platform'], authRequired: true }, '/api/me': 401 });
    open('/trades');
    expect(await screen.findByRole('heading', { name: 'Sign in here' })).toBeInTheDocument();
  });

  it('says so when an address leads nowhere', async () => {
    open('/nope');
    expect(await screen.findByRole('link', { name: 'Go to the start page' })).toBeInTheDocument();
  });

  it('speaks Chinese', async () => {
    open('/settings', 'zh-CN');
    expect(await screen.findByRole('heading', { level: 1, name: '设置' })).toBeInTheDocument();
    await waitFor(() => {
      expect(screen.getAllByText('仅本机').length).toBeGreaterThan(0);
    });
  });
});
