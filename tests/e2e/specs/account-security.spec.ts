import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { Mailbox } from '../lib/mailbox';
import { Product } from '../lib/product';
import { codeOf } from '../lib/totp';

const email = 'ada@example.org';
const password = 'violet kettle 9';

let mailbox: Mailbox;
let product: Product;
let home: string;

test.beforeAll(async () => {
  mailbox = await Mailbox.start();
  product = await Product.create({
    AIWENDY_AUTH_REQUIRED: '1',
    AIWENDY_BIND: '127.0.0.1',
    AIWENDY_SMTP_HOST: '127.0.0.1',
    AIWENDY_SMTP_PORT: String(mailbox.port),
    AIWENDY_SMTP_TLS: 'none',
  });
  await product.start();
  // Passkeys are bound to a name, so that the page is opened by one.
  home = product.baseUrl.replace('127.0.0.1', 'localhost');
});

test.afterAll(async () => {
  await product.dispose();
  await mailbox.stop();
});

async function expectAccessible(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  const result = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(result.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${home}/sign-in?next=/settings/security`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Your menu' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
}

async function prove(page: Page, button: string): Promise<void> {
  await page.getByRole('dialog').getByRole('textbox', { name: 'Your password' }).fill(password);
  await page.getByRole('dialog').getByRole('button', { name: button }).click();
}

test('the life of an account: confirm, second step, passkey, sessions, export, deletion', async ({ page, browser }) => {
  test.setTimeout(180_000);
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });

  await page.goto(`${home}/register?next=${encodeURIComponent('/settings/account')}`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('Not confirmed')).toBeVisible();
  await expectAccessible(page);

  await page.goto(await mailbox.link(email));
  await expect(page.getByText('The address is confirmed.')).toBeVisible();
  await page.goto(`${home}/settings/account`);
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();

  await page.goto(`${home}/settings/security`);
  await page.getByRole('button', { name: 'Set up an app' }).click();
  await prove(page, 'Continue');
  await expect(page.getByRole('img', { name: 'QR code for the authenticator app' })).toBeVisible();
  await expectAccessible(page);
  const secret = await page.getByTestId('totp-secret').innerText();
  await page.getByLabel('Code of your authenticator app').fill(codeOf(secret));
  await page.getByRole('button', { name: 'Turn on' }).click();
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const recovery = await codes.first().innerText();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('10 recovery codes left')).toBeVisible();

  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await prove(page, 'Continue');
  await expect(page.getByText('The passkey is added.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Remove passkey/ })).toBeVisible();
  await expectAccessible(page);
  await signOut(page);

  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Second step' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Code of your authenticator app').fill(codeOf(secret, 1));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/settings\/security/);
  await signOut(page);

  await page.goto(`${home}/sign-in?next=/settings/security`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page).toHaveURL(/\/settings\/security/);

  const other = await browser.newContext();
  const elsewhere = await other.newPage();
  await signIn(elsewhere);
  await elsewhere.getByRole('button', { name: 'Use a recovery code' }).click();
  await elsewhere.getByLabel('Recovery code').fill(recovery);
  await elsewhere.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(elsewhere).toHaveURL(/\/settings\/security/);
  await page.reload();
  await page.getByRole('button', { name: 'Sign out all others' }).click();
  await expect(page.getByText('All other browsers are signed out.')).toBeVisible();
  await elsewhere.goto(`${home}/settings/account`);
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await other.close();

  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('script');
  await page.getByRole('checkbox', { name: 'See and change the own profile.' }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create token' }).click();
  const token = await page.getByTestId('token-secret').innerText();
  expect(token).toMatch(/^aiw_[A-Za-z0-9]{40}$/);
  const called = await fetch(`${product.baseUrl}/api/accounts/me`, { headers: { Authorization: `Bearer ${token}` } });
  expect(called.status).toBe(200);
  await page.getByRole('button', { name: 'Done' }).click();

  await page.goto(`${home}/settings/data`);
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export my account' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^aiwendy-export-\d{4}-\d{2}-\d{2}\.zip$/);
  expect(readFileSync(await file.path()).subarray(0, 2).toString()).toBe('PK');

  await page.getByRole('button', { name: 'Delete my account' }).click();
  await prove(page, 'Delete my account');
  await expect(page.getByText(/The account will be erased on/)).toBeVisible();
  await page.getByRole('button', { name: 'Keep my account' }).click();
  await expect(page.getByText('Your account stays.')).toBeVisible();
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await prove(page, 'Delete my account');
  await expect(page.getByText(/The account will be erased on/)).toBeVisible();
  const refused = await fetch(`${product.baseUrl}/api/accounts/me`, { headers: { Authorization: `Bearer ${token}` } });
  expect(refused.status).toBe(401);

  const everything = product.log + product.logFiles();
  for (const canary of [password, token, recovery, secret.replaceAll(' ', '')]) {
    expect(everything).not.toContain(canary);
  }
});

test('a forgotten password, and the people of an installation', async ({ page, browser }) => {
  await page.goto(`${home}/register`);
  await page.getByLabel('E-mail').fill('bob@example.org');
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page).not.toHaveURL(/register/);
  await mailbox.link('bob@example.org');

  const forgetful = await (await browser.newContext()).newPage();
  await forgetful.goto(`${home}/sign-in`);
  await forgetful.getByRole('link', { name: 'Forgot your password?' }).click();
  await forgetful.getByLabel('E-mail').fill('bob@example.org');
  await expectAccessible(forgetful);
  await forgetful.getByRole('button', { name: 'Send the link' }).click();
  await expect(forgetful.getByText('Look into your mailbox.')).toBeVisible();
  await forgetful.goto(await mailbox.link('bob@example.org'));
  await forgetful.getByRole('textbox', { name: 'New password' }).fill('amber lantern 12');
  await forgetful.getByRole('button', { name: 'Save the password' }).click();
  await expect(forgetful.getByText('The new password is saved.')).toBeVisible();
  await forgetful.context().close();
  await page.goto(`${home}/settings/account`);
  await expect(page).toHaveURL(/\/sign-in/);
});
