import { activatePlugin, contributions, deactivatePlugin, i18n, PluginScope, startTranslations, Toaster } from '@aiwendy/sdk';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import AnalyticsPanel from './AnalyticsPanel';
import type { Consent, Delivery } from './api';
import plugin from './ui';

const id = 'aiwendy.analytics';
let consent: Consent;
let delivery: Delivery;
let permissions: string[];
let sent: { path: string; method: string; body: string }[];

function show() {
  void i18n.changeLanguage('en');
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <PluginScope id={id}>
          <AnalyticsPanel />
        </PluginScope>
        <Toaster />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

beforeEach(() => {
  startTranslations('en');
  activatePlugin(id, plugin);
  sent = [];
  permissions = ['analytics.choose', 'analytics.manage'];
  consent = { provider: 'posthog', tenantSends: true, personSends: true, doNotTrack: false };
  delivery = {
    provider: 'posthog', host: 'https://eu.i.posthog.com', problem: null, tenantSends: true, pending: 12, limit: 100_000, delivered: 3400, dropped: 0, dead: 1,
    lastDeliveredAt: '2026-11-23T09:00:00Z', lastError: null, nextAttemptAt: null,
  };
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const body = typeof init.body === 'string' ? init.body : '';
    sent.push({ path, method: init.method ?? 'GET', body });
    if (init.method === 'PUT') {
      consent = { ...consent, personSends: (JSON.parse(body) as { sends: boolean }).sends };
    }
    const answer = path === '/api/me' ? { id: '1', name: null, isGuest: false, role: 'owner', language: 'en', permissions } : path.endsWith('/consent') ? consent : delivery;
    return Promise.resolve(new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } }));
  });
});

afterEach(() => {
  deactivatePlugin(id);
  vi.unstubAllGlobals();
});

it('is a panel only where the feature is on', () => {
  expect(contributions().settings.find((panel) => panel.plugin === id)).toMatchObject({ feature: 'analytics.events', permission: 'analytics.choose' });
});

it('lets a person opt out', async () => {
  show();
  await userEvent.click(await screen.findByRole('switch', { name: 'Count my use' }));
  expect(await screen.findByText('Your use is not counted any more.')).toBeInTheDocument();
  expect(sent).toContainEqual({ path: '/api/analytics/consent', method: 'PUT', body: '{"sends":false}' });
  expect(screen.getByRole('switch', { name: 'Count my use' })).not.toBeChecked();
});

it('says that the browser asks not to be tracked', async () => {
  consent = { ...consent, doNotTrack: true };
  show();
  expect(await screen.findByText('Your browser asks not to be tracked.')).toBeInTheDocument();
  expect(screen.queryByText(/under a pseudonym\.$/)).not.toBeInTheDocument();
});

it('shows the delivery to administrators', async () => {
  delivery = { ...delivery, lastError: 'HTTP 503', nextAttemptAt: '2026-11-23T09:05:00Z' };
  show();
  expect(await screen.findByText('3,400')).toBeInTheDocument();
  expect(screen.getByText(/HTTP 503/)).toBeInTheDocument();
  expect(screen.getByText('Events go to PostHog at https://eu.i.posthog.com.')).toBeInTheDocument();
});

it('keeps the delivery from everybody else', async () => {
  permissions = ['analytics.choose'];
  show();
  await screen.findByRole('switch', { name: 'Count my use' });
  expect(sent.some((call) => call.path === '/api/analytics/delivery')).toBe(false);
});
