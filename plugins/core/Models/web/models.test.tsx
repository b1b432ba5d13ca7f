import { activatePlugin, deactivatePlugin, i18n, PluginScope, startTranslations, Toaster } from '@aiwendy/sdk';
import { keysOf } from '@aiwendy/sdk/testing';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import type { Connection } from './api';
import ConnectionPicker from './ConnectionPicker';
import ModelsPanel from './ModelsPanel';
import { english } from './texts/en';
import { chinese } from './texts/zh-CN';
import plugin from './ui';

interface Answer {
  status: number;
  body?: unknown;
}

const id = 'aiwendy.models';
const base = '/api/models/connections';
const offline: Connection = {
  id: 'offline', source: 'builtin', kind: 'offline', name: 'Offline coach', baseUrl: null, apiKey: null, model: 'offline-coach',
  isDefault: true, isLocal: true, readOnly: true, createdAt: null, updatedAt: null, lastTest: null,
};
const own: Connection = {
  ...offline, id: 'own', source: 'user', kind: 'openai', name: 'Work', baseUrl: 'https://models.example.org/v1', apiKey: 'sk-••••cdef', model: 'gpt-x',
  isDefault: false, isLocal: false, readOnly: false, createdAt: '2026-11-23T06:00:00Z', updatedAt: '2026-11-23T06:00:00Z',
};
let answers: Record<string, Answer>;
let sent: { path: string; method: string; body: unknown }[];

function show(content: ReactNode, language: 'en' | 'zh-CN' = 'en') {
  void i18n.changeLanguage(language);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <PluginScope id={id}>{content}</PluginScope>
        <Toaster />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

beforeEach(() => {
  startTranslations('en');
  activatePlugin(id, plugin);
  sent = [];
  answers = {
    [`GET ${base}`]: { status: 200, body: { items: [own, offline], defaultId: 'offline' } },
    'GET /api/models/providers': {
      status: 200,
      body: {
        items: [
          { kind: 'openai', name: 'OpenAI-compatible', defaultBaseUrl: 'https://api.openai.com/v1', keyRequired: true, suggestedModel: 'gpt-4o-mini', found: null, models: [] },
          { kind: 'anthropic', name: 'Anthropic', defaultBaseUrl: 'https://api.anthropic.com', keyRequired: true, suggestedModel: 'claude-sonnet-4-5', found: null, models: [] },
          { kind: 'ollama', name: 'Ollama', defaultBaseUrl: 'http://localhost:11434', keyRequired: false, suggestedModel: null, found: false, models: [] },
        ],
      },
    },
    'GET /api/models/usage': { status: 200, body: { from: '', to: '', calls: 0, inputTokens: 0, outputTokens: 0, items: [] } },
  };
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    const method = init.method ?? 'GET';
    const path = address.split('?')[0] ?? address;
    sent.push({ path, method, body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined });
    const answer = answers[`${method} ${path}`] ?? { status: 404, body: { code: 'not_found', detail: 'Not found.' } };
    return Promise.resolve(new Response(answer.body === undefined ? null : JSON.stringify(answer.body), { status: answer.status, headers: { 'content-type': 'application/json' } }));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  deactivatePlugin(id);
});

it('has every text in both languages', () => {
  expect(keysOf(chinese)).toEqual(keysOf(english));
});

it('shows what each connection is, with the key masked', async () => {
  show(<ModelsPanel />);
  expect(await screen.findByText('Work')).toBeVisible();
  expect(screen.getByText('OpenAI-compatible · gpt-x · https://models.example.org/v1 · key sk-••••cdef')).toBeVisible();
  const builtin = screen.getByText('Offline coach').closest('li')!;
  expect(within(builtin).getByText('Default')).toBeVisible();
  expect(within(builtin).queryByRole('button', { name: /Delete|Edit|Test/ })).toBeNull();
});

it('names the built-in coach in Chinese', async () => {
  show(<ModelsPanel />, 'zh-CN');
  expect(await screen.findByText('离线教练')).toBeVisible();
  expect(screen.getByRole('button', { name: '添加连接' })).toBeVisible();
});

it('says in words why a test failed', async () => {
  answers[`POST ${base}/own/test`] = { status: 200, body: { ok: false, latencyMs: null, models: [], code: 'model_unauthorized', message: 'raw', retryAfter: null } };
  show(<ModelsPanel />);
  await userEvent.click(await screen.findByRole('button', { name: 'Test Work' }));
  expect(await screen.findByText(/The server refused the key/)).toBeVisible();
});

it('says how fast a working connection answers and what it offers', async () => {
  answers[`POST ${base}/own/test`] = { status: 200, body: { ok: true, latencyMs: 1234, models: ['a', 'b'], code: null, message: null, retryAfter: null } };
  show(<ModelsPanel />);
  await userEvent.click(await screen.findByRole('button', { name: 'Test Work' }));
  expect(await screen.findByText(/First answer after 1,234 ms. The server offers 2 models./)).toBeVisible();
});

it('adds a connection with what was entered', async () => {
  answers[`POST ${base}`] = { status: 201, body: { id: 'new' } };
  show(<ModelsPanel />);
  await userEvent.click(await screen.findByRole('button', { name: 'Add a connection' }));
  await userEvent.selectOptions(await screen.findByLabelText('Kind'), 'anthropic');
  await userEvent.type(screen.getByLabelText('API key'), 'sk-ant-1');
  await userEvent.click(screen.getByRole('button', { name: 'Save connection' }));
  await waitFor(() => {
    expect(sent.find((call) => call.method === 'POST')?.body).toEqual({ kind: 'anthropic', baseUrl: '', apiKey: 'sk-ant-1', model: 'claude-sonnet-4-5', name: '', makeDefault: false });
  });
  expect(await screen.findByText('The connection was saved.')).toBeVisible();
});

it('says at the field what is wrong with it', async () => {
  answers[`POST ${base}`] = { status: 400, body: { code: 'address_not_allowed', detail: 'The address must start with http.' } };
  show(<ModelsPanel />);
  await userEvent.click(await screen.findByRole('button', { name: 'Add a connection' }));
  await userEvent.type(await screen.findByLabelText(/Base URL/), 'ftp://x');
  await userEvent.click(screen.getByRole('button', { name: 'Save connection' }));
  expect(await screen.findByText('The address must start with http.')).toBeVisible();
  expect(screen.getByLabelText(/Base URL/)).toHaveAccessibleDescription('The address must start with http.');
});

it('does not send the old key to a new address', async () => {
  answers[`PUT ${base}/own`] = { status: 200, body: own };
  show(<ModelsPanel />);
  await userEvent.click(await screen.findByRole('button', { name: 'Edit Work' }));
  const address = await screen.findByLabelText(/Base URL/);
  expect(screen.getByLabelText(/API key/)).toHaveValue('sk-••••cdef');
  await userEvent.clear(address);
  await userEvent.type(address, 'https://other.example.org');
  expect(screen.getByText(/the stored key is removed/)).toBeVisible();
  expect(screen.getByLabelText(/API key/)).toHaveValue('');
  await userEvent.click(screen.getByRole('button', { name: 'Save connection' }));
  await waitFor(() => {
    expect(sent.find((call) => call.method === 'PUT')?.body).toMatchObject({ baseUrl: 'https://other.example.org', apiKey: '' });
  });
});

it('deletes with a way back', async () => {
  answers[`DELETE ${base}/own`] = { status: 204 };
  answers[`POST ${base}/own/restore`] = { status: 204 };
  show(<ModelsPanel />);
  await userEvent.click(await screen.findByRole('button', { name: 'Delete Work' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => {
    expect(sent.some((call) => call.method === 'POST' && call.path === `${base}/own/restore`)).toBe(true);
  });
});

it('lets a conversation choose its model', async () => {
  const chosen = vi.fn();
  show(<ConnectionPicker value={null} onChange={chosen} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Model: Offline coach' }));
  expect(screen.getByRole('menuitemcheckbox', { name: 'Offline coach' })).toBeChecked();
  await userEvent.click(screen.getByRole('menuitemcheckbox', { name: 'Work · gpt-x · remote' }));
  expect(chosen).toHaveBeenCalledWith('own');
});

it('goes back to the default without naming it', async () => {
  const chosen = vi.fn();
  show(<ConnectionPicker value="own" onChange={chosen} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Model: Work · remote' }));
  await userEvent.click(screen.getByRole('menuitemcheckbox', { name: 'Offline coach' }));
  expect(chosen).toHaveBeenCalledWith(null);
});

it('says when the chosen model is gone', async () => {
  show(<ConnectionPicker value="deleted" />);
  expect(await screen.findByRole('button', { name: 'Model: Model removed, choose another' })).toBeInTheDocument();
});
