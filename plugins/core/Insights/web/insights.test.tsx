import { activatePlugin, deactivatePlugin, i18n, PluginScope, startTranslations, Toaster } from '@aiwendy/sdk';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import type { Usage } from './api';
import InsightsPanel from './InsightsPanel';
import plugin from './ui';

const id = 'aiwendy.insights';
const usage: Usage = {
  from: '2026-11-22', to: '2026-11-23', people: 4,
  totals: { signUps: 1, signIns: 6, conversations: 3, messages: 1200, imports: 2, executions: 80, reports: 0, modelCalls: 50, modelTokens: 9000, errors: 5 },
  days: [
    { day: '2026-11-22', people: 3, messages: 1000, imports: 2, modelCalls: 40, errors: 5 },
    { day: '2026-11-23', people: 2, messages: 200, imports: 0, modelCalls: 10, errors: 0 },
  ],
  coaches: [{ key: 'wendy', name: 'Wendy Chen', count: 900 }, { key: 'gone-coach', name: null, count: 300 }],
  models: [{ kind: 'offline', calls: 50, tokens: 9000 }],
  formats: [],
  errors: [{ key: 'model_timeout', name: null, count: 4 }, { key: 'model_strange', name: null, count: 1 }],
  retentionDays: 396,
};
let sent: { path: string; method: string; body: string }[];

function show(language: 'en' | 'zh-CN' = 'en') {
  void i18n.changeLanguage(language);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <PluginScope id={id}>
          <InsightsPanel />
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
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    sent.push({ path: address, method: init.method ?? 'GET', body: typeof init.body === 'string' ? init.body : '' });
    const answer = address === '/api/me' ? { id: '1', name: null, isGuest: true, role: 'owner', language: 'en', permissions: ['platform.admin', 'insights.read'] } : usage;
    return Promise.resolve(new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } }));
  });
});

afterEach(() => {
  deactivatePlugin(id);
  vi.unstubAllGlobals();
});

it('shows the figures, whose coaches and errors have names where they are known', async () => {
  show();
  expect(await screen.findByText('1,200')).toBeInTheDocument();
  expect(screen.getByText('1 new, 6 sign-ins')).toBeInTheDocument();
  expect(within(screen.getByRole('table', { name: 'Coaches' })).getAllByRole('row').map((row) => row.textContent)).toEqual(['CoachMessages', 'Wendy Chen900', 'gone-coach300']);
  expect(within(screen.getByRole('table', { name: 'Errors of models' })).getAllByRole('row').map((row) => row.textContent)).toEqual(['What went wrongTimes', 'No answer in time4', 'model_strange1']);
  expect(screen.getByText('Nothing was imported in this period.')).toBeInTheDocument();
  expect(screen.getByRole('img', { name: 'Messages by day, 1200 in all' })).toBeInTheDocument();
});

it('shows the days as a table, newest first', async () => {
  show();
  await userEvent.click(await screen.findByRole('button', { name: 'Show as table' }));
  const rows = within(screen.getByRole('table', { name: 'By day' })).getAllByRole('row').slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([expect.stringMatching(/23.*2200/), expect.stringMatching(/22.*31,000/)]);
});

it('asks for another period', async () => {
  show();
  await userEvent.click(await screen.findByRole('radio', { name: '90 days' }));
  await waitFor(() => {
    expect(sent.some((call) => call.path === '/api/insights/usage?days=90')).toBe(true);
  });
});

it('saves how long figures are kept', async () => {
  show('zh-CN');
  const select = await screen.findByLabelText('保留');
  await waitFor(() => {
    expect(select).toBeEnabled();
  });
  await userEvent.selectOptions(select, '90');
  expect(await screen.findByText('已保存。')).toBeInTheDocument();
  expect(sent.find((call) => call.method === 'PUT')).toMatchObject({ path: '/api/plugins/aiwendy.insights/settings', body: '{"retentionDays":90}' });
});
