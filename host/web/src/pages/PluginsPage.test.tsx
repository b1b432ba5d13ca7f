import { startTranslations, Toaster } from '@aiwendy/sdk';
import { TestPage } from '@aiwendy/sdk/testing';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AdminPlugin, PackagePlan } from './plugins/pluginApi';

startTranslations('en');
const { default: PluginsPage } = await import('./PluginsPage');

const journal: AdminPlugin = {
  id: 'aiwendy.journal', name: 'Journal', nameZh: '日志', version: '1.0.0', description: 'Trades.', descriptionZh: '交易。', publisher: 'AIWendy', edition: 'core', builtIn: true,
  trust: 'built_in', state: 'active', reason: null, permissions: ['journal.read'], dependsOn: {}, dependants: ['org.x.calendar'], features: [{ key: 'journal.import', isOn: true, reason: 'default' }],
  hasSettings: false, hasWeb: true, folder: '', versions: [], failure: null, fault: null,
  figures: { requests: 12, errors: 1, p50Ms: 4.2, p99Ms: 30, databaseMs: 55, jobs: 0, memoryBytes: 3_000_000, contextsAlive: 1 },
};
const calendar: AdminPlugin = {
  ...journal, id: 'org.x.calendar', name: 'Calendar', nameZh: null, builtIn: false, trust: 'unsigned', state: 'faulted', reason: 'It missed three health checks.', dependants: [], features: [], figures: null,
  versions: [
    { version: '1.0.0', installedAt: '2026-11-20T10:00:00Z', sha256: 'aa11', active: true },
    { version: '0.9.1', installedAt: '2026-11-10T10:00:00Z', sha256: 'bb22', active: false },
  ],
  fault: { kind: 'faulted', where: 'health', message: 'TimeoutException: GET /sessions', stack: 'at Calendar.Health()', log: ['warn: slow'], count: 3, at: '2026-11-23T10:13:01Z', retryAt: null },
};
const plan: PackagePlan = {
  sha256: 'cc33', id: 'org.x.rules', name: 'Rules', nameZh: null, version: '2.0.0', publisher: 'Ferrow', keyId: null, trust: 'unsigned', description: 'Rules for funded accounts.', descriptionZh: null, size: 217_000, permissions: ['journal.read', 'net'],
  settings: null, features: ['rules.check'], menu: [{ title: 'Rules', titleZh: null }], licenceNeed: null, changes: { fromVersion: '1.0.0', addedPermissions: ['net'], addedDependencies: [] },
  requires: [{ id: 'aiwendy.journal', range: '^1.0', state: 'active' }], breaks: [], problems: [{ code: 'unsigned', message: 'Not signed.', consent: 'unsigned' }], installable: true,
};

let answers: Record<string, unknown>;
let sent: { call: string; body: unknown }[];

beforeEach(() => {
  sent = [];
  answers = {
    'GET /api/platform': { name: 'AIWendy', version: '0.1.0', deploymentMode: 'self-hosted', features: {} },
    'GET /api/admin/plugins': { items: [journal, calendar] },
    'GET /api/admin/feed': { items: [], url: null },
    'GET /api/admin/publisher-keys': { items: [] },
  };
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
    const call = `${init.method ?? 'GET'} ${url}`;
    sent.push({ call, body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body });
    const answer = answers[call];
    if (answer instanceof Response) {
      return Promise.resolve(answer.clone());
    }
    return Promise.resolve(new Response(answer === undefined ? '{"code":"not_found","detail":"There is nothing."}' : JSON.stringify(answer), { status: answer === undefined ? 404 : 200, headers: { 'content-type': 'application/json' } }));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function open(at = '/plugins', language: 'en' | 'zh-CN' = 'en') {
  render(
    <TestPage at={at} language={language}>
      <PluginsPage />
      <Toaster />
    </TestPage>,
  );
}

const calls = () => sent.map((one) => one.call);

async function choose(plugin: string, item: string) {
  await userEvent.click(await screen.findByRole('button', { name: `Actions for ${plugin}` }));
  await userEvent.click(screen.getByRole('menuitem', { name: item }));
}

async function drop() {
  await userEvent.click(await screen.findByRole('button', { name: 'Install package' }));
  await userEvent.upload(screen.getByTestId('file-input'), new File(['zip'], 'rules.aiwp'));
}

describe('installed plugins', () => {
  it('shows each with its state, figures and the reason why it does not run', async () => {
    open();
    expect(await screen.findByText(/2 plugins, 1 running. 1 set aside./)).toBeInTheDocument();
    const row = screen.getByRole('row', { name: /^Journal/ });
    expect(within(row).getByText('Running')).toBeInTheDocument();
    expect(within(row).getByText('4.2 ms')).toBeInTheDocument();
    expect(within(row).getByText('1 error')).toBeInTheDocument();
    expect(screen.getByText(/It missed three health checks./)).toBeInTheDocument();
    expect(screen.getByText('TimeoutException: GET /sessions')).toBeInTheDocument();
  });

  it('shows the exception and the last log lines of a plugin that was set aside', async () => {
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Log' }));
    expect(screen.getByText('at Calendar.Health()')).toBeInTheDocument();
    expect(screen.getByText('warn: slow')).toBeInTheDocument();
  });

  it('names what stops with a plugin before it is switched off', async () => {
    open();
    await choose('Journal', 'Switch off');
    const dialog = screen.getByRole('dialog', { name: 'Switch off Journal' });
    expect(dialog).toHaveTextContent('These stop with it: org.x.calendar.');
    expect(calls().some((call) => call.startsWith('POST'))).toBe(false);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Switch off' }));
    expect(calls()).toContain('POST /api/admin/plugins/aiwendy.journal/disable');
  });

  it('tries a plugin again, and goes back to the version before', async () => {
    answers['POST /api/admin/plugins/org.x.calendar/retry'] = calendar;
    answers['POST /api/admin/plugins/org.x.calendar/rollback'] = new Response('{"code":"conflict","detail":"0.9.1 did not start."}', { status: 409, headers: { 'content-type': 'application/problem+json' } });
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(calls()).toContain('POST /api/admin/plugins/org.x.calendar/retry');
    await userEvent.click(screen.getByRole('button', { name: 'Back to 0.9.1' }));
    expect(await screen.findByText('The earlier version of Calendar could not be started. 0.9.1 did not start.')).toBeInTheDocument();
  });

  it('says what could not be read', async () => {
    answers['GET /api/admin/plugins'] = new Response('{"code":"forbidden","detail":"Only administrators see this."}', { status: 403, headers: { 'content-type': 'application/problem+json' } });
    open();
    expect(await screen.findByText('Only administrators see this.')).toBeInTheDocument();
  });

  it('speaks Chinese when the page does', async () => {
    open('/plugins', 'zh-CN');
    expect(await screen.findByText(/共 2 个插件，1 个正在运行。/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /aiwendy.journal/ })).toBeInTheDocument();
  });
});

describe('removing', () => {
  it('keeps the data unless that is said and the id typed', async () => {
    answers['GET /api/admin/plugins/org.x.calendar/removal'] = { dependants: ['org.x.other'], schema: 'calendar', tables: [{ name: 'sessions', rows: 1204 }], obstacle: null };
    answers['DELETE /api/admin/plugins/org.x.calendar?purge=true&stop=org.x.other'] = {};
    open();
    await choose('Calendar', 'Remove');
    const dialog = await screen.findByRole('dialog', { name: 'Remove Calendar' });
    expect(await within(dialog).findByText(/1204 rows|1,204 rows/)).toBeInTheDocument();
    const confirm = within(dialog).getByRole('button', { name: 'Remove Calendar' });
    expect(confirm).toBeEnabled();
    await userEvent.click(within(dialog).getByRole('checkbox'));
    expect(confirm).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText('Type org.x.calendar to confirm'), 'org.x.calendar');
    await userEvent.click(confirm);
    expect(calls()).toContain('DELETE /api/admin/plugins/org.x.calendar?purge=true&stop=org.x.other');
    expect(await screen.findByText('Calendar was removed.')).toBeInTheDocument();
  });

  it('says why a plugin cannot be removed', async () => {
    answers['GET /api/admin/plugins/org.x.calendar/removal'] = { dependants: [], schema: 'calendar', tables: [], obstacle: 'It lies in the folder of plugins; delete it there.' };
    open();
    await choose('Calendar', 'Remove');
    expect(await screen.findByText('It lies in the folder of plugins; delete it there.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Remove Calendar' })).toBeDisabled();
  });
});

describe('installing', () => {
  it('shows what a package would do, and installs an unsigned one by name alone', async () => {
    answers['POST /api/admin/plugins/packages'] = plan;
    answers['POST /api/admin/plugins/installations'] = { ...calendar, state: 'active' };
    open();
    await drop();
    expect(await screen.findByText('It is not signed')).toBeInTheDocument();
    expect(screen.getByText('net').closest('li')).toHaveTextContent('new');
    expect(screen.getByText('journal.read').closest('li')).not.toHaveTextContent('new');
    expect(screen.getByText('It needs aiwendy.journal ^1.0')).toBeInTheDocument();
    const install = screen.getByRole('button', { name: 'Upgrade to 2.0.0' });
    expect(install).toBeDisabled();
    await userEvent.type(screen.getByLabelText(/Type org.x.rules/), 'org.x.rules');
    await userEvent.click(install);
    expect(sent.find((one) => one.call.endsWith('/installations'))?.body).toEqual({ sha256: 'cc33', allowUnsigned: 'org.x.rules', allowDowngrade: false });
    expect(await screen.findByText('Rules 2.0.0 is running.')).toBeInTheDocument();
  });

  it('asks before an older version replaces a newer one', async () => {
    answers['POST /api/admin/plugins/packages'] = { ...plan, trust: 'trusted', problems: [{ code: 'downgrade', message: 'Older.', consent: 'downgrade' }] };
    open();
    await drop();
    const install = await screen.findByRole('button', { name: 'Upgrade to 2.0.0' });
    expect(install).toBeDisabled();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Install this older version over 1.0.0' }));
    expect(install).toBeEnabled();
  });

  it('does not install what does not fit, and says why', async () => {
    answers['POST /api/admin/plugins/packages'] = { ...plan, trust: 'trusted', installable: false, problems: [{ code: 'package_sdk', message: 'It needs SDK 9.', consent: null }] };
    open();
    await drop();
    expect(await screen.findByText('It needs SDK 9.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Upgrade to 2.0.0' })).toBeDisabled();
  });

  it('keeps the plan open when the installation fails', async () => {
    answers['POST /api/admin/plugins/packages'] = { ...plan, trust: 'trusted', problems: [] };
    answers['POST /api/admin/plugins/installations'] = new Response('{"code":"plugin_failed","detail":"Its migration failed."}', { status: 409, headers: { 'content-type': 'application/problem+json' } });
    open();
    await drop();
    await userEvent.click(await screen.findByRole('button', { name: 'Upgrade to 2.0.0' }));
    expect(await screen.findByText('Its migration failed.')).toBeInTheDocument();
    expect(screen.getByText('It was not installed. What ran before serves on.')).toBeInTheDocument();
  });

  it('offers what the feed has', async () => {
    answers['GET /api/admin/feed'] = { url: 'https://feed.example', items: [{ id: 'org.x.rules', name: 'Rules', nameZh: '规则', description: 'Trailing drawdown.', descriptionZh: null, publisher: 'Ferrow', installed: null, versions: [{ version: '2.0.0', sha256: 'cc33', sdk: '^1.0', size: 217_000, permissions: ['net'], changes: 'Faster.', keyId: null }] }] };
    answers['POST /api/admin/plugins/packages'] = plan;
    open('/plugins?view=feed');
    expect(await screen.findByText('Trailing drawdown.')).toBeInTheDocument();
    expect(screen.getByText('net')).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: 'Review Rules' }));
    expect(await screen.findByText('Rules for funded accounts.')).toBeInTheDocument();
    expect(sent.find((one) => one.call.endsWith('/packages'))?.body).toEqual({ feedId: 'org.x.rules', version: '2.0.0' });
  });
});

describe('licences and features', () => {
  const licence = {
    id: '0192f000-0000-7000-8000-000000000001', licensee: 'Lena', edition: 'cloud', plan: 'pro', entitlements: ['analytics'], limits: { seats: 5 }, notBefore: null, expires: '2026-12-01T00:00:00Z',
    graceDays: 14, state: 'expiring', reason: 'It expires in 8 days.', keyId: 'k1', development: false,
  };

  beforeEach(() => {
    answers['GET /api/admin/licences'] = { items: [licence], installationId: '0192f000-0000-7000-8000-0000000000ff', clock: { rolledBack: true, now: '2026-11-23T10:00:00Z' } };
    answers['GET /api/admin/features'] = {
      items: [
        { key: 'analytics.posthog', plugin: 'aiwendy.analytics', isOn: false, isReadOnly: false, reason: 'unlicensed', entitlement: 'analytics', modes: [], release: false, variable: 'FEATURE_ANALYTICS_POSTHOG' },
        { key: 'voice', plugin: 'aiwendy.voice', isOn: false, isReadOnly: false, reason: 'environment', entitlement: null, modes: [], release: true, variable: 'FEATURE_VOICE' },
      ],
    };
  });

  it('say where each stands and why', async () => {
    open('/plugins?view=licences');
    expect(await screen.findByText('Expires soon')).toBeInTheDocument();
    expect(screen.getByText('It expires in 8 days.')).toBeInTheDocument();
    expect(screen.getByText('The clock of this machine was set back')).toBeInTheDocument();
    expect(await screen.findByText('Needs a licence with analytics')).toBeInTheDocument();
    expect(screen.getByText('Set by FEATURE_VOICE')).toBeInTheDocument();
  });

  it('show a refused licence at its field', async () => {
    answers['POST /api/admin/licences'] = new Response('{"code":"licence_invalid","detail":"Its signature does not fit."}', { status: 400, headers: { 'content-type': 'application/problem+json' } });
    open('/plugins?view=licences');
    await userEvent.type(await screen.findByLabelText('Install a licence'), 'abc');
    await userEvent.click(screen.getByRole('button', { name: 'Install' }));
    expect(await screen.findByText('Its signature does not fit.')).toBeInTheDocument();
  });

  it('ask before a licence is removed', async () => {
    open('/plugins?view=licences');
    await userEvent.click(await screen.findByRole('button', { name: 'Remove the licence of Lena' }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }));
    await waitFor(() => {
      expect(calls()).toContain(`DELETE /api/admin/licences/${licence.id}`);
    });
  });
});
