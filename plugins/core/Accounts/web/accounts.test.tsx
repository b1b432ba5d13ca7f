import { activatePlugin, deactivatePlugin, i18n, PluginScope, startTranslations } from '@aiwendy/sdk';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { MemoryRouter } from 'react-router';
import AccountPanel from './AccountPanel';
import { RoleCard } from './admin/RoleCard';
import { SessionCard } from './admin/SessionCard';
import { linkToken, nextAddress } from './api';
import { describeAgent } from './describeAgent';
import { EmailCard } from './profile/EmailCard';
import RegisterPage from './RegisterPage';
import { TwoFactorCard } from './security/TwoFactorCard';
import { SessionList } from './SessionList';
import SignInPage from './SignInPage';
import plugin from './ui';

interface Answer { status: number; body?: unknown; headers?: Record<string, string> }

const id = 'aiwendy.accounts';
let answers: Record<string, Answer>;
let sent: { path: string; method: string; body: unknown }[];

function show(Page: ComponentType, language: 'en' | 'zh-CN' = 'en') {
  void i18n.changeLanguage(language);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <PluginScope id={id}>
          <Page />
        </PluginScope>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

beforeEach(() => {
  startTranslations('en');
  activatePlugin(id, plugin);
  sent = [];
  answers = {
    'GET /api/platform': { status: 200, body: { authRequired: true } },
    'GET /api/accounts/registration': { status: 200, body: { open: true, firstUser: false } },
  };
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const method = init.method ?? 'GET';
    sent.push({ path, method, body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined });
    const answer = answers[`${method} ${path}`] ?? { status: 404, body: { code: 'not_found' } };
    const body = answer.body === undefined ? null : JSON.stringify(answer.body);
    return Promise.resolve(new Response(body, { status: answer.status, headers: { 'content-type': 'application/json', ...answer.headers } }));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  deactivatePlugin(id);
});

describe('where signing in leads', () => {
  it.each([
    ['', '/'],
    ['?next=/journal?period=week', '/journal?period=week'],
    ['?next=https://evil.example/', '/'],
    ['?next=//evil.example/', '/'],
    ['?next=/\\evil.example/', '/'],
    ['?next=javascript:alert(1)', '/'],
  ])('%s leads to %s', (search, address) => {
    expect(nextAddress(search)).toBe(address);
  });
});

describe('names of browsers', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36', 'Chrome', 'Linux'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0', 'Edge', 'Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1', 'Safari', 'iOS'],
    ['curl/8.5.0', 'curl', null],
    [null, null, null],
  ])('%s', (agent, browser, system) => {
    expect(describeAgent(agent)).toEqual({ browser, system });
  });
});

describe('sign-in', () => {
  it('asks for what is missing and sends nothing', async () => {
    show(SignInPage);
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getByText('Enter your e-mail address.')).toBeVisible();
    expect(screen.getByLabelText('E-mail')).toHaveFocus();
    expect(sent.some((call) => call.method === 'POST')).toBe(false);
  });

  it('shows what the server says, in words, and when to come back', async () => {
    answers['POST /api/accounts/sign-in'] = {
      status: 429,
      body: { code: 'too_many_attempts', detail: 'Too many attempts from this address.' },
      headers: { 'retry-after': '700' },
    };
    show(SignInPage);
    await userEvent.type(screen.getByLabelText('E-mail'), 'ada@example.org');
    await userEvent.type(screen.getByLabelText('Password'), 'violet kettle 9{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('Too many attempts from this address. Try again in 12 minutes.');
    expect(sent.at(-1)?.body).toEqual({ email: 'ada@example.org', password: 'violet kettle 9' });
  });

  it('goes on to the second step and sends the code with the ticket', async () => {
    answers['POST /api/accounts/sign-in'] = { status: 401, body: { code: 'second_factor_required', detail: 'Enter the code.', ticket: 'ticket-1' } };
    answers['POST /api/accounts/sign-in/second-factor'] = {
      status: 401,
      body: { code: 'code_invalid', detail: 'The code is not right.', errors: { code: ['The code is not right.'] } },
    };
    show(SignInPage);
    await userEvent.type(screen.getByLabelText('E-mail'), 'ada@example.org');
    await userEvent.type(screen.getByLabelText('Password'), 'violet kettle 9{Enter}');
    expect(await screen.findByRole('heading', { name: 'Second step' })).toBeVisible();
    await userEvent.type(screen.getByLabelText('Code of your authenticator app'), '123456{Enter}');
    expect(await screen.findByText('The code is not right.')).toBeVisible();
    expect(sent.at(-1)?.body).toEqual({ ticket: 'ticket-1', code: '123456', recoveryCode: '' });
    await userEvent.click(screen.getByRole('button', { name: 'Use a recovery code' }));
    await userEvent.type(screen.getByLabelText('Recovery code'), 'abcde-fghjk{Enter}');
    await waitFor(() => {
      expect(sent.at(-1)?.body).toEqual({ ticket: 'ticket-1', code: '', recoveryCode: 'abcde-fghjk' });
    });
  });

  it('shows the password on request and tells of caps lock', async () => {
    show(SignInPage);
    const password = screen.getByLabelText('Password');
    expect(password).toHaveAttribute('type', 'password');
    await userEvent.click(screen.getByRole('button', { name: 'Show password' }));
    expect(password).toHaveAttribute('type', 'text');
    await userEvent.click(password);
    await userEvent.keyboard('{CapsLock}a');
    expect(screen.getByText('Caps lock is on.')).toBeVisible();
  });

  it('is complete in Chinese', async () => {
    answers['GET /api/accounts/registration'] = { status: 200, body: { open: true, firstUser: true } };
    show(SignInPage, 'zh-CN');
    expect(screen.getByRole('heading', { name: '登录' })).toBeVisible();
    expect(await screen.findByText('这里还没有任何账户。')).toBeVisible();
    expect(document.body.textContent).not.toMatch(/signIn\.|register\./);
  });
});

describe('registration', () => {
  it('puts the refusal at the field it concerns', async () => {
    answers['POST /api/accounts/register'] = {
      status: 400,
      body: { code: 'validation_failed', detail: 'Use at least 10 characters.', errors: { password: ['Use at least 10 characters.'] } },
    };
    show(RegisterPage);
    await userEvent.type(await screen.findByLabelText('E-mail'), 'ada@example.org');
    await userEvent.type(screen.getByLabelText('Password'), 'short');
    await userEvent.click(screen.getByRole('button', { name: 'Create account' }));
    expect(await screen.findByText('Use at least 10 characters.')).toBeVisible();
    expect(screen.getByLabelText('Password')).toBeInvalid();
  });

  it('sends people to their mailbox where the answer names no account', async () => {
    answers['POST /api/accounts/register'] = { status: 202, body: undefined };
    const assign = vi.fn();
    vi.stubGlobal('location', { ...window.location, assign, origin: window.location.origin });
    show(RegisterPage);
    await userEvent.type(await screen.findByLabelText('E-mail'), 'ada@example.org');
    await userEvent.type(screen.getByLabelText('Password'), 'violet kettle 9');
    await userEvent.click(screen.getByRole('button', { name: 'Create account' }));
    await waitFor(() => expect(assign).toHaveBeenCalledWith('/sign-in?sent=1&next=%2F'));
  });

  it('says so when it is closed', async () => {
    answers['GET /api/accounts/registration'] = { status: 200, body: { open: false, firstUser: false } };
    show(RegisterPage);
    expect(await screen.findByText('Registration is closed here.')).toBeVisible();
    expect(screen.queryByLabelText('E-mail')).toBeNull();
  });
});

describe('links from mails', () => {
  it.each([
    ['#' + 'a'.repeat(43), 'a'.repeat(43)],
    ['#' + 'a'.repeat(42), ''],
    ['#<script>', ''],
    ['', ''],
  ])('%s holds the secret %s', (hash, token) => {
    expect(linkToken(hash)).toBe(token);
  });
});

describe('security', () => {
  it('draws the secret as a code that apps can scan, and shows the recovery codes this one time', async () => {
    answers['GET /api/accounts/two-factor'] = { status: 200, body: { enabled: false, since: null, recoveryCodes: 0 } };
    answers['POST /api/accounts/two-factor/setup'] = { status: 200, body: { secret: 'GEZDGNBVGY3TQOJQ', uri: 'otpauth://totp/AIWendy:ada?secret=GEZDGNBVGY3TQOJQ' } };
    answers['POST /api/accounts/two-factor/confirm'] = { status: 200, body: { codes: ['abcde-fghjk', 'mnpqr-stuvw'] } };
    show(TwoFactorCard);
    await userEvent.click(await screen.findByRole('button', { name: 'Set up an app' }));
    await userEvent.type(screen.getByLabelText('Your password'), 'violet kettle 9{Enter}');
    expect(await screen.findByRole('img', { name: 'QR code for the authenticator app' })).toBeInTheDocument();
    expect(screen.getByTestId('totp-secret')).toHaveTextContent('GEZD GNBV GY3T QOJQ');
    await userEvent.type(screen.getByLabelText('Code of your authenticator app'), '123456{Enter}');
    expect(await screen.findByText('abcde-fghjk')).toBeInTheDocument();
  });
});

describe('account panel', () => {
  it('tells the guest what an account would mean', async () => {
    answers['GET /api/accounts/me'] = { status: 200, body: { id: '1', role: 'owner', isGuest: true } };
    show(AccountPanel);
    expect(await screen.findByText('You use AIWendy without an account.')).toBeVisible();
  });

  it('says at the new address why it was refused', async () => {
    answers['POST /api/accounts/email/change'] = { status: 400, body: { code: 'validation_failed', detail: 'No.', errors: { email: ['This is not an e-mail address.'] } } };
    show(() => <EmailCard profile={{ id: '1', email: 'ada@example.org', displayName: null, language: null, timeZone: null, role: 'owner', isGuest: false, createdAt: null }} />);
    await userEvent.click(screen.getByRole('button', { name: 'Change e-mail' }));
    await userEvent.type(screen.getByLabelText('New e-mail'), 'nowhere');
    await userEvent.type(screen.getByLabelText('Your password'), 'violet kettle 9');
    await userEvent.click(screen.getByText('Send the link', { selector: 'dialog button' }));
    expect(await screen.findByText('This is not an e-mail address.')).toBeInTheDocument();
    expect(screen.getByLabelText('New e-mail')).toBeInvalid();
  });

  it('ends another session, never its own', async () => {
    const session = { userAgent: 'curl/8.5.0', address: '203.0.113.7', createdAt: '2026-11-20T10:00:00Z', lastSeenAt: '2026-11-23T10:00:00Z', expiresAt: '2026-12-23T10:00:00Z' };
    answers['GET /api/accounts/me'] = { status: 200, body: { id: '1', email: 'ada@example.org', role: 'owner', isGuest: false, createdAt: '2026-11-20T10:00:00Z' } };
    answers['GET /api/accounts/sessions'] = { status: 200, body: { items: [{ ...session, id: 'a', current: true }, { ...session, id: 'b', current: false }] } };
    answers['DELETE /api/accounts/sessions/b'] = { status: 204 };
    show(SessionList);
    const end = await screen.findAllByRole('button', { name: 'Sign out curl' });
    expect(end).toHaveLength(1);
    await userEvent.click(end[0]!);
    await waitFor(() => {
      expect(sent.some((call) => call.method === 'DELETE' && call.path === '/api/accounts/sessions/b')).toBe(true);
    });
  });
});

describe('people', () => {
  it('shows where everybody is signed in and ends a session', async () => {
    const session = { id: 's1', userId: 'u2', email: 'bob@example.org', userAgent: 'curl/8.5.0', address: '203.0.113.7', createdAt: '2026-11-20T10:00:00Z', lastSeenAt: '2026-11-23T10:00:00Z' };
    answers['GET /api/admin/sessions'] = { status: 200, body: { items: [session] } };
    answers['DELETE /api/admin/sessions/s1'] = { status: 204 };
    show(SessionCard);
    await userEvent.click(await screen.findByRole('button', { name: 'Sign out bob@example.org in curl' }));
    await waitFor(() => {
      expect(sent.some((call) => call.method === 'DELETE' && call.path === '/api/admin/sessions/s1')).toBe(true);
    });
  });

  it('says of each role what it may beyond the one below', async () => {
    const look = { key: 'journal.read', description: 'See the journal.' };
    answers['GET /api/admin/roles'] = {
      status: 200,
      body: { items: [{ role: 'viewer', permissions: [look] }, { role: 'member', permissions: [look, { key: 'journal.write', description: 'Change the journal.' }] }] },
    };
    show(RoleCard);
    expect(await screen.findByText('Everything that Viewer may, and:')).toBeVisible();
    expect(screen.getAllByText('See the journal.')).toHaveLength(1);
    expect(screen.getByText('Change the journal.')).toBeVisible();
  });
});
