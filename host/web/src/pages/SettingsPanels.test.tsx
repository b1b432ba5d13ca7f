import { activatePlugin, deactivatePlugin, definePlugin, startTranslations } from '@aiwendy/sdk';
import { TestPage } from '@aiwendy/sdk/testing';
import { render, screen, waitFor } from '@testing-library/react';
import { addShellTexts } from '../texts';
import SettingsPage from './SettingsPage';

const plugin = 'test.panels';
let features: Record<string, boolean>;
let permissions: string[];

beforeEach(() => {
  startTranslations('en');
  addShellTexts();
  features = { 'panels.on': true, 'panels.off': false };
  permissions = ['panels.read'];
  activatePlugin(
    plugin,
    definePlugin((app) => {
      app.translations({ en: {}, 'zh-CN': {} });
      app.settings({ id: 'open', title: 'Open to all', component: () => <p>all</p> });
      app.settings({ id: 'readers', title: 'For readers', component: () => <p>readers</p>, permission: 'panels.read', feature: 'panels.on', coversSettings: true });
      app.settings({ id: 'writers', title: 'For writers', component: () => <p>writers</p>, permission: 'panels.write' });
      app.settings({ id: 'paid', title: 'Paid for', component: () => <p>paid</p>, feature: 'panels.off' });
    }),
  );
  vi.stubGlobal('fetch', (url: string) => {
    const answer = url.startsWith('/api/me')
      ? { id: '1', name: null, isGuest: true, role: 'owner', language: 'en', permissions }
      : url.startsWith('/api/platform')
        ? { name: 'AIWendy', version: '1', deploymentMode: 'self-hosted', authRequired: false, features, locale: 'en', licence: { state: 'core' } }
        : { items: [plugin, 'test.other'].map((id) => ({ id, name: `Generated ${id}`, nameZh: null, hasSettings: true })) };
    return Promise.resolve(new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } }));
  });
});

afterEach(() => {
  deactivatePlugin(plugin);
  vi.unstubAllGlobals();
});

function show(section: string) {
  render(
    <TestPage at={`/settings/${section}`} path="/settings/:section">
      <SettingsPage />
    </TestPage>,
  );
}

it('lists the panels that a person may see and whose feature is on, and no generated one that a panel takes the place of', async () => {
  show('open');
  await waitFor(() => {
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(['General', 'Open to all', 'For readers', 'About', 'Generated test.other']);
  });
  expect(screen.getByText('all')).toBeVisible();
  expect(screen.getByText('Administration')).toBeVisible();
});

it.each(['writers', 'paid'])('finds nothing at the address of the panel %s that is not for this person', async (section) => {
  show(section);
  expect(await screen.findByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
});
