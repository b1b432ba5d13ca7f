import { Toaster } from '@aiwendy/sdk';
import { TestPage } from '@aiwendy/sdk/testing';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { auditQuery, type AuditEntry, type InstallationSetting } from './api';
import AuditPanel from './AuditPanel';
import InstallationPanel from './InstallationPanel';
import { LimitsCard } from './LimitsCard';

const plain: InstallationSetting = {
  key: 'RATE_LIMIT_FREE_CHAT_HOURLY', group: 'Limits', type: 'integer', description: 'Questions per hour; see `./aiwendy config`.', default: '10', value: '10', source: 'default',
  isSet: false, secret: false, restart: false, pending: false, editable: true, minimum: 0, maximum: 1000, choices: [],
};
const locked: InstallationSetting = { ...plain, key: 'AIWENDY_PORT', group: 'Server', description: 'Port.', value: '5450', source: 'environment', isSet: true, editable: false };
const secret: InstallationSetting = {
  ...plain, key: 'AIWENDY_SMTP_PASSWORD', group: 'Accounts', type: 'text', description: 'Password.', default: null, value: null, source: 'database', isSet: true, secret: true, restart: true, pending: true,
};

interface Call { method: string; path: string; body: unknown }
let calls: Call[];
let answers: Record<string, { status?: number; body: unknown }>;

beforeEach(() => {
  calls = [];
  answers = {
    'GET /api/admin/settings': { body: { items: [locked, plain, secret] } },
    'GET /api/admin/settings/history': { body: { items: [] } },
  };
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const method = init.method ?? 'GET';
    calls.push({ method, path: url, body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : null });
    const answer = answers[`${method} ${url}`] ?? answers[`${method} ${url.split('?')[0] ?? ''}`] ?? { status: 404, body: { code: 'not_found' } };
    return Promise.resolve(new Response(JSON.stringify(answer.body), { status: answer.status ?? 200, headers: { 'content-type': 'application/json' } }));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

function show(Panel: ComponentType, language: 'en' | 'zh-CN' = 'en', at = '/') {
  render(
    <TestPage language={language} at={at}>
      <Panel />
      <Toaster />
    </TestPage>,
  );
}

const changes = () => calls.filter((call) => call.method === 'PATCH').map((call) => call.body);

describe('settings of the installation', () => {
  it('lets nobody touch what the environment sets, and says so', async () => {
    show(InstallationPanel);
    expect(await screen.findByText('5450')).toBeVisible();
    expect(screen.getByText('The environment sets this, and it wins.')).toBeVisible();
    expect(screen.queryByRole('textbox', { name: 'AIWENDY_PORT' })).toBeNull();
    expect(screen.getByText('./aiwendy config').tagName).toBe('CODE');
  });

  it('puts the refusal of the server at the field, and saves the next value', async () => {
    show(InstallationPanel);
    const field = await screen.findByRole('textbox', { name: plain.key });
    answers['PATCH /api/admin/settings'] = { status: 400, body: { code: 'settings_invalid', detail: 'Some settings can not be changed like this.', errors: { [plain.key]: ['A whole number is expected.'] } } };
    await userEvent.type(field, 'many');
    await userEvent.click(screen.getByRole('button', { name: `Save ${plain.key}` }));
    expect(await screen.findByText('A whole number is expected.')).toBeVisible();
    expect(field).toBeInvalid();

    answers['PATCH /api/admin/settings'] = { body: { items: [locked, { ...plain, value: '25', source: 'database', isSet: true }, secret] } };
    await userEvent.clear(field);
    await userEvent.type(field, '25{Enter}');
    expect(await screen.findByText(`${plain.key} is saved.`)).toBeVisible();
    expect(changes()).toEqual([{ values: { [plain.key]: 'many' } }, { values: { [plain.key]: '25' } }]);
    expect(screen.getByRole('textbox', { name: plain.key })).toHaveValue('25');

    await userEvent.click(screen.getByRole('button', { name: `Set ${plain.key} back to its default` }));
    expect(changes().at(-1)).toEqual({ values: { [plain.key]: null } });
  });

  it('leaves, replaces and clears a secret without ever showing it', async () => {
    show(InstallationPanel);
    const field = await screen.findByLabelText(secret.key);
    expect(field).toHaveValue('');
    expect(field).toHaveAttribute('type', 'password');
    expect(screen.getByText('1 change waits for a restart.')).toBeVisible();
    expect(screen.queryByRole('button', { name: `Save ${secret.key}` })).toBeNull();
    answers['PATCH /api/admin/settings'] = { body: { items: [locked, plain, secret] } };
    await userEvent.type(field, 'next{Enter}');
    expect(await screen.findByText(`${secret.key} is saved and counts after a restart.`)).toBeVisible();
    expect(field).toHaveValue('');
    await userEvent.click(screen.getByRole('button', { name: `Clear ${secret.key}` }));
    expect(changes()).toEqual([{ values: { [secret.key]: 'next' } }, { values: { [secret.key]: null } }]);
  });

  it('finds by name, meaning and state', async () => {
    show(InstallationPanel, 'en', '/?find=smtp');
    expect(await screen.findByText(secret.key)).toBeVisible();
    expect(screen.queryByText(locked.key)).toBeNull();
    await userEvent.clear(screen.getByRole('searchbox'));
    await userEvent.click(screen.getByRole('radio', { name: 'Changeable' }));
    expect(screen.getByText(plain.key)).toBeVisible();
    expect(screen.queryByText(locked.key)).toBeNull();
    await userEvent.type(screen.getByRole('searchbox'), 'nothing like it');
    expect(screen.getByText('No setting matches.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show all settings' }));
    expect(screen.getByText(locked.key)).toBeVisible();
  });
});

const entry: AuditEntry = {
  sequence: 7, id: 'e7', at: '2026-11-23T10:00:00Z', userId: 'u1', userName: 'Ada', action: 'settings.change', subject: 'AIWENDY_AUDIT_DAYS', outcome: 'success',
  before: { value: '730' }, after: { value: '30' }, details: {}, address: '203.0.113.7', userAgent: 'curl/8.5.0', requestId: 'r-1',
};

describe('the audit log', () => {
  beforeEach(() => {
    answers['GET /api/admin/audit'] = { body: { items: [entry], nextCursor: null } };
    answers['GET /api/admin/audit/choices'] = { body: { actions: ['plugin.enable', 'plugin.install', 'settings.change'], people: [{ userId: 'u1', userName: 'Ada' }] } };
    answers['POST /api/admin/audit/verify'] = { body: { whole: true, entries: 7, sequence: 7, hash: 'ab12', fault: null, checkedAt: '2026-11-23T11:00:00Z' } };
  });

  it('says up to where the chain holds, and shows an entry with what was changed', async () => {
    show(AuditPanel);
    expect(await screen.findByText('Verified up to entry 7')).toBeVisible();
    expect(screen.getByText('7:ab12')).toBeVisible();
    await userEvent.click(await screen.findByRole('button', { name: /Setting changed/ }));
    const drawer = within(screen.getByRole('complementary'));
    expect(drawer.getByRole('row', { name: 'value 730 30' })).toBeVisible();
    expect(drawer.getByText('203.0.113.7')).toBeVisible();
    await userEvent.click(drawer.getByRole('button', { name: 'Only this person' }));
    await waitFor(() => {
      expect(calls.some((call) => call.path === '/api/admin/audit?user=u1')).toBe(true);
    });
    expect(screen.getByRole('link', { name: 'Export CSV' })).toHaveAttribute('href', '/api/admin/audit/export?user=u1');
  });

  it('takes all actions of a kind together', async () => {
    show(AuditPanel);
    await screen.findByRole('option', { name: 'All of Plugins' });
    await userEvent.selectOptions(screen.getByLabelText('Action'), 'All of Plugins');
    await waitFor(() => {
      expect(calls.some((call) => call.path === '/api/admin/audit?action=plugin.*')).toBe(true);
    });
  });

  it('names the person to whom something was done, and leaves out who did it to himself', async () => {
    const bob = '019a0000-0000-7000-8000-000000000b0b';
    const ada = '019a0000-0000-7000-8000-000000000ada';
    const items = [
      { ...entry, id: 'e1', action: 'accounts.role.change', userId: ada, subject: bob },
      { ...entry, id: 'e2', action: 'accounts.sign_in', userId: ada, subject: ada },
      { ...entry, id: 'e3', action: 'org.own', userId: ada, subject: '019a0000-0000-7000-8000-0000000000ff', outcome: 'refused' },
    ];
    answers['GET /api/admin/audit'] = { body: { items, nextCursor: null } };
    answers['GET /api/admin/audit/choices'] = { body: { actions: [], people: [{ userId: bob, userName: 'Bob' }] } };
    show(AuditPanel);
    expect(await screen.findByRole('button', { name: 'Role changed Bob' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Signed in' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'org.own no. …000000ff' })).toBeVisible();
  });

  it('tells where the chain is broken', async () => {
    answers['POST /api/admin/audit/verify'] = { body: { whole: false, entries: 2, sequence: 3, hash: 'ab', fault: '第 3 条记录被改动', checkedAt: '2026-11-23T11:00:00Z' } };
    show(AuditPanel, 'zh-CN');
    expect(await screen.findByText(/第 3 条记录被改动。此前的 2 条记录完整/)).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('哈希链已断裂');
  });

  it('takes days as they begin here, the last one included', () => {
    const query = auditQuery({ user: '', action: '', outcome: '', from: '2026-11-20', to: '2026-11-20' });
    expect(Date.parse(query['to'] ?? '') - Date.parse(query['from'] ?? '')).toBe(86_400_000);
    expect(new Date(query['from'] ?? '').getHours()).toBe(0);
  });
});

describe('limits of a person', () => {
  it('are one line where there are none', async () => {
    answers['GET /api/limits'] = { body: { enabled: false, items: [] } };
    show(LimitsCard);
    expect(await screen.findByText('No usage limits on this installation.')).toBeVisible();
    expect(screen.queryByRole('meter')).toBeNull();
  });

  it('show how much is used and when the next one comes back', async () => {
    answers['GET /api/limits'] = { body: { enabled: true, items: [{ policy: 'chat', limit: 10, used: 4, remaining: 6, windowSeconds: 3600, resetSeconds: 600 }, { policy: 'org.own', limit: 5, used: 0, remaining: 5, windowSeconds: 7200, resetSeconds: 0 }] } };
    show(LimitsCard);
    const meter = await screen.findByRole('meter', { name: 'Questions to coaches' });
    expect(meter).toHaveAttribute('aria-valuenow', '4');
    expect(meter).toHaveAttribute('aria-valuetext', '4 of 10 per hour');
    expect(screen.getByText('6 left · next one back in 10 min')).toBeVisible();
    expect(screen.getByRole('meter', { name: 'org.own' })).toHaveAttribute('aria-valuetext', '0 of 5 per 2 h');
  });
});
