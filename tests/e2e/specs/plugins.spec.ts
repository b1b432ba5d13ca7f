import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { Api } from '../lib/chat';
import { Outsider } from '../lib/outsider';
import { Product } from '../lib/product';
import { startModelServer } from '../lib/servers';

const positionSize = 'org.example.position-size';
const bare = 'org.example.bare';
let product: Product;
let outsider: Outsider;
let page: Page;
let complaints: string[] = [];

/** A web module that does as the code says when it registers; `React` and `h` are at hand. */
const module = (code: string, before = '') => `import { api, definePlugin, toast } from '@aiwendy/sdk';
import * as React from 'react';
const h = React.createElement;
${before}
export default definePlugin((app) => { ${code} });
`;

async function newPage(open: () => Promise<Page>): Promise<Page> {
  const opened = await open();
  opened.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  opened.on('pageerror', (error) => complaints.push(error.message));
  opened.setDefaultTimeout(15_000);
  return opened;
}

/** Chooses a file on the page of plugins; what it would do is shown then. */
async function choose(file: string): Promise<void> {
  await page.goto(`${product.baseUrl}/plugins`);
  await page.getByRole('button', { name: 'Install package' }).click();
  await page.locator('input[type=file]').setInputFiles(file);
}

async function install(file: string): Promise<void> {
  await choose(file);
  const go = page.getByRole('button', { name: /^(Install and start|Upgrade to)/ });
  await go.click();
  await expect(go).toHaveCount(0);
}

/** Installs without the page, as the command line does. */
async function installByRest(file: string, id: string): Promise<void> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(await readFile(file))]), 'plugin.aiwp');
  const plan = (await (await fetch(`${product.baseUrl}/api/admin/plugins/packages`, { method: 'POST', body: form })).json()) as { sha256: string };
  const installed = await fetch(`${product.baseUrl}/api/admin/plugins/installations`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ sha256: plan.sha256, allowUnsigned: null, allowDowngrade: false }),
  });
  expect(await installed.json()).toMatchObject({ id, state: 'active' });
}

async function removeByRest(id: string): Promise<void> {
  expect((await fetch(`${product.baseUrl}/api/admin/plugins/${id}?purge=true`, { method: 'DELETE' })).status).toBeLessThan(300);
}

const row = (id: string) => page.getByRole('row', { name: new RegExp(id.replaceAll('.', '\\.')) });

async function act(name: string, action: string | RegExp): Promise<void> {
  await page.goto(`${product.baseUrl}/plugins`);
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(400_000);
  outsider = await Outsider.build(['DailyLimit', 'PositionSize', 'StoicCoach']);
  await Promise.all([
    outsider.pack('PositionSize'),
    outsider.pack('StoicCoach'),
    outsider.pack('DailyLimit'),
  ]);
  await outsider.publish();
  product = await (await Product.create({ AIWENDY_FEED: outsider.feed })).start();
  await new Api(product.baseUrl).post('/api/journal/sample');
  page = await newPage(() => browser.newPage());
});

test.afterAll(async () => {
  await product?.dispose();
  outsider?.dispose();
});

test.afterEach(() => {
  expect(complaints.filter((text) => /content security policy|violates/i.test(text))).toEqual([]);
  complaints = [];
});

test('a publisher is trusted, and what the feed offers is seen before it is installed', async () => {
  await page.goto(`${product.baseUrl}/plugins?view=feed`);
  await page.getByRole('button', { name: 'Trust a key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Publisher').fill('Outsider');
  await dialog.getByLabel('Key id').fill(outsider.keyId);
  await dialog.getByLabel('Public key (PEM)').fill(outsider.publicKey);
  await dialog.getByRole('button', { name: 'Trust this key' }).click();
  await expect(dialog).toHaveCount(0);

  await page.getByRole('button', { name: 'Review Position size' }).click();
  const plan = page.getByRole('complementary', { name: 'Position size 1.0.0' });
  await expect(plan.getByText('Signed by Outsider, whom you trust')).toBeVisible();
  await expect(plan.getByText('position-size.use')).toBeVisible();
  await expect(plan.getByText('Pages: Position size')).toBeVisible();
  await plan.getByRole('button', { name: 'Install and start' }).click();
  await expect(page.getByText('Position size 1.0.0 is running.')).toBeVisible();
});

test('a page and its entry in the navigation come from a module built elsewhere, with the same React', async () => {
  await page.getByRole('link', { name: 'Position size' }).click();
  await expect(page).toHaveURL(new RegExp(`/p/${positionSize}/calculator$`));
  await expect(page.getByText('5,000')).toBeVisible();
  await page.getByLabel('Account').fill('20000');
  await expect(page.getByText('10,000')).toBeVisible();
  await expect(page.locator(`[data-plugin="${positionSize}"] .position-size-fields`)).toHaveCSS('display', 'grid');
});

test('an upgrade replaces the module in the open page, and a step back does so again', async ({ browser }) => {
  const reader = await newPage(() => browser.newPage());
  await reader.goto(`${product.baseUrl}/p/${positionSize}/calculator`);
  await expect(reader.getByText('Size first, then the trade.')).toBeVisible();
  await reader.evaluate('window.wasNotReloaded = true');

  await install(await outsider.pack('PositionSize', { version: '1.1.0', web: (code) => code.replace('Size first, then the trade.', 'The second edition.') }));
  await expect(reader.getByText('The second edition.')).toBeVisible();
  await act('Position size', 'Switch off');
  await page.getByRole('dialog').getByRole('button', { name: 'Switch off' }).click();
  await expect(reader.getByRole('heading', { level: 1, name: 'There is nothing at this address' })).toBeAttached();
  await act('Position size', 'Switch on');
  await expect(reader.getByText('The second edition.')).toBeVisible();
  await act('Position size', 'Back to 1.0.0');
  await expect(reader.getByText('Size first, then the trade.')).toBeVisible();
  expect(await reader.evaluate('window.wasNotReloaded')).toBe(true);
  await reader.close();
});

test('a widget, a settings panel from its schema, a coach card, a theme and a command work beside the product', async () => {
  await installByRest(await outsider.pack('DailyLimit'), 'org.example.daily-limit');
  await installByRest(await outsider.pack('StoicCoach'), 'org.example.stoic-coach');
  await page.goto(`${product.baseUrl}/settings/plugin-org.example.daily-limit`);
  await page.getByLabel(/loss/i).fill('250');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The settings were saved.')).toBeVisible();
  await page.goto(product.baseUrl);
  await expect(page.getByRole('heading', { name: 'Limit of the day' })).toBeVisible();
  await expect(page.getByText(/of at most .*250.* lost/)).toBeVisible();

  await page.goto(`${product.baseUrl}/coaches`);
  await expect(page.locator('[data-plugin="org.example.stoic-coach"] .stoic-question')).toHaveCSS('padding-inline-start', '10px');
  expect(await page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--c-epictetus').trim()")).toBe('#5a4a3a');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('ask epic');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/coach\?coach=epictetus/);
});

test('the tool of a plugin has its part of an answer drawn by the plugin', async () => {
  const model = await startModelServer([
    { match: { userMessage: 'how large', hasToolResult: false }, response: { toolCalls: [{ name: 'position_size', arguments: '{"account":10000,"riskPercent":1,"entry":100,"stop":98}' }] } },
    { match: { userMessage: 'how large', hasToolResult: true }, response: { content: 'It is below.' } },
  ]);
  try {
    const api = new Api(product.baseUrl);
    const connection = await api.post<{ id: string }>('/api/models/connections', { kind: 'openai', baseUrl: `${model.url}/v1`, apiKey: 'test-key-0123456789', model: 'gpt-4o-mini', name: 'peer' });
    const conversation = await api.startConversation('risk-keeper', connection.id);
    await (await api.say(conversation, 'how large')).text();
    await page.goto(`${product.baseUrl}/coach/${conversation}`);
    const part = page.locator(`article [data-plugin="${positionSize}"]`);
    await expect(part.getByText('Units')).toBeVisible();
    await expect(part.getByText('50', { exact: true })).toBeVisible();
  } finally {
    await model.stop();
  }
});

test('a panel, a search and styles of a plugin stay its own, and it speaks Chinese', async () => {
  const code = module(
    `app.translations({ en: { title: 'Guest' }, 'zh-CN': { title: '客人' } });
     app.settings({ id: 'guest', title: 'title', component: () => h('h2', { className: 'guest' }, 'Settings of the guest') });
     app.search({ id: 'guest', title: 'title', search: () => { throw new Error('sync'); } });
     app.page('/tall', { title: 'title', icon: 'no-such-icon', component: () => h('h1', null, 'Tall'), nav: { group: 'main', order: 90 } });
     app.command({ id: 'boom', title: 'title', run: () => { throw new Error('boom'); } });
     app.css('h1, h2 { letter-spacing: 7px; }');
     globalThis.guestUseState = React.useState;`);
  await installByRest(await outsider.pack('Bare', { name: 'Guest', web: code }), bare);
  await page.goto(`${product.baseUrl}/settings/guest`);
  await expect(page.getByRole('heading', { name: 'Settings of the guest' })).toHaveCSS('letter-spacing', '7px');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveCSS('letter-spacing', '7px');
  expect(await page.evaluate("import('react').then((react) => react.useState === globalThis.guestUseState)")).toBe(true);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Guest');
  await page.getByRole('option', { name: 'Guest' }).last().click();
  await expect(page.getByText('“Guest” of Guest failed.')).toBeVisible();
  await page.getByRole('button', { name: 'Switch to Chinese' }).click();
  await page.getByRole('link', { name: '客人' }).first().click();
  await expect(page.getByRole('heading', { name: /Tall|Settings of the guest/ }).first()).toBeVisible();
  await page.getByRole('button', { name: '切换到英文' }).click();
  await removeByRest(bare);
});

test('a module that throws on import, never comes, throws on render, or floods leaves everything else usable, and is named', async () => {
  test.setTimeout(120_000);
  let minor = 0;
  const upgrade = async (name: string, web: string) => installByRest(await outsider.pack('Bare', { name, version: `2.${minor++}.0`, web }), bare);
  const theRestWorks = async () => {
    await page.goto(product.baseUrl);
    await expect(page.getByRole('heading', { name: 'Limit of the day' })).toBeVisible();
    await page.getByRole('link', { name: 'Position size' }).click();
    await expect(page.getByText('5,000')).toBeVisible();
  };

  await upgrade('Thrower', module('', "throw new Error('thrown on import');"));
  await theRestWorks();
  await page.goto(`${product.baseUrl}/p/${bare}/page`);
  await expect(page.getByRole('heading', { level: 1, name: 'The pages of Thrower did not load' })).toBeAttached();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await page.getByRole('link', { name: 'Plugins' }).first().click();
  await expect(page.getByText('Its pages did not load')).toBeVisible();
  await expect(page.getByText('thrown on import')).toBeVisible();

  await upgrade('Silent', module('', 'await new Promise(() => undefined);'));
  await theRestWorks();
  await page.goto(`${product.baseUrl}/p/${bare}/page`);
  await expect(page.getByRole('heading', { level: 1, name: 'Silent is not answering yet' })).toBeAttached({ timeout: 15_000 });
  await page.getByRole('link', { name: 'Go to the start page' }).click();
  await expect(page.getByRole('heading', { name: 'Limit of the day' })).toBeVisible();

  await upgrade('Clumsy', module(`
    const broken = () => { throw new Error('thrown on render'); };
    app.page('/page', { title: 'Broken page', component: broken, nav: { group: 'main', order: 91 } });
    app.page('/never', { title: 'Never', component: React.lazy(() => new Promise(() => undefined)), nav: { group: 'main', order: 92 } });
    app.widget('dashboard', { id: 'broken', component: broken });
    app.firstRun({ path: '/nowhere', needed: () => new Promise(() => undefined) });`));
  await theRestWorks();
  await page.getByRole('link', { name: 'Never' }).click();
  await expect(page.getByText('Clumsy is taking long')).toBeVisible({ timeout: 15_000 });
  await page.getByRole('link', { name: 'Go to the start page' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Clumsy' })).toBeVisible();
  await page.getByRole('link', { name: 'Broken page' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Clumsy' })).toBeVisible();

  // The open page gets the repaired module; no reload, no click.
  await upgrade('Mended', module("app.page('/page', { title: 'Page', component: () => h('p', null, 'It works again.') });"));
  await expect(page.getByText('It works again.')).toBeVisible();

  await upgrade('Flooder', module(`setInterval(() => {
    for (let i = 0; i < 200; i++) { toast('flood ' + i); window.dispatchEvent(new Event('popstate')); window.dispatchEvent(new StorageEvent('storage')); }
  }, 20);`));
  await theRestWorks();
  expect(await page.locator('.aw-toast').count()).toBeLessThanOrEqual(3);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await removeByRest(bare);
  await page.goto('about:blank');
});

test('an unsigned package is installed only by its name, and removed after a look at its data', async () => {
  await choose(await outsider.pack('Bare', { name: 'Nobody', version: '3.0.0', isSigned: false }));
  const go = page.getByRole('button', { name: 'Install and start' });
  await expect(page.getByText('It is not signed')).toBeVisible();
  await expect(go).toBeDisabled();
  await page.getByLabel(/^Type org\.example\.bare/).fill(bare);
  await go.click();
  await expect(row(bare).getByText('Running')).toBeVisible();
  await act('Nobody', 'Remove');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('It stored nothing.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Remove Nobody' }).click();
  await expect(row(bare)).toHaveCount(0);
});
