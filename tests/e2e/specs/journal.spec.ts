import { expect, test, type Page } from '@playwright/test';
import { Api } from '../lib/chat';
import { expectAccessible, expectFocusSeen, expectLoaded, expectNoSideways, seenText, tabTo } from '../lib/pages';
import { Product } from '../lib/product';
import { barsFile, knownFile, makeTrades, strangeFile } from '../lib/trades';

interface Figure {
  id: string;
  value: number | null;
  unit: 'money' | 'percent' | 'ratio' | 'count' | 'minutes' | 'days' | 'r';
}

interface StoredTrade {
  id: string;
  symbol: string;
  openedAt: string;
  closedAt: string;
  tags: string[];
  hasNote: boolean;
  risk: number | null;
}

const trades = makeTrades(24, 910_000, '2026-10-05');
const known = knownFile(trades);
const strange = strangeFile('XYZ', ['04.03.2026', '05.03.2026']);

let product: Product;
let api: Api;

test.describe.configure({ mode: 'serial' });
test.use({ locale: 'en-US', timezoneId: 'America/New_York' });

test.beforeAll(async () => {
  product = await (await Product.create()).start();
  api = new Api(product.baseUrl);
});

test.afterAll(async () => {
  await product.dispose();
});

const at = (path: string) => product.baseUrl + path;
const asFile = (name: string, text: string | Buffer) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const storedTrades = async (query = '') => (await api.json<{ items: StoredTrade[] }>(`/api/journal/trades?limit=200${query}`)).items;
const importCount = async () => (await api.json<{ items: unknown[] }>('/api/journal/imports')).items.length;

async function choose(page: Page, name: string, text: string | Buffer): Promise<void> {
  await page.getByTestId('file-input').first().setInputFiles(asFile(name, text));
}

async function importKnown(page: Page): Promise<void> {
  await page.goto(at('/import'));
  await choose(page, 'october.csv', known);
  await page.getByRole('button', { name: 'Import 48 executions' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
}

test('a file of a known broker is previewed row by row and counts once it is confirmed', async ({ page }) => {
  await page.goto(at('/import'));
  await choose(page, 'october.csv', known);
  await expect(page.getByText('TopstepX trades')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import 48 executions' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Rows' }).getByText('New').first()).toBeVisible();
  expect(await storedTrades()).toHaveLength(0);

  await page.getByRole('button', { name: 'Import 48 executions' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  expect(await storedTrades()).toHaveLength(24);
});

test('a file that nobody knows is read by chosen columns with a live preview, and without asking the second time', async ({ page }) => {
  await page.goto(at('/import'));
  await choose(page, 'strange.csv', strange);
  await page.getByRole('button', { name: 'Choose the columns' }).click();
  const preview = page.getByRole('region', { name: 'As it will be read' });
  await expect(preview).toContainText('Still needed');
  for (const [field, column] of [['Date, or date and time', 'Quux'], ['Instrument', 'Foo'], ['Buy or sell', 'Bar'], ['Quantity', 'Baz'], ['Price', 'Qux'], ['Fee', 'Corge']] as const) {
    await page.getByLabel(field, { exact: true }).selectOption(column);
  }
  await page.getByLabel('plus', { exact: true }).selectOption({ label: 'Buy' });
  await page.getByLabel('minus', { exact: true }).selectOption({ label: 'Sell' });
  await page.getByLabel('Order of dates').selectOption({ label: 'Day first (31/12)' });
  await expect(preview).toContainText('XYZ');
  await expect(preview).toContainText('4 fills, 0 errors');
  await expect(preview).toContainText('4 Mar 2026');
  await expect(preview).toContainText('100.50');
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.getByRole('button', { name: 'Import 4 executions' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  expect(await storedTrades('&symbol=XYZ')).toHaveLength(2);

  await page.goto(at('/import'));
  await choose(page, 'strange-again.csv', strangeFile('XYZ', ['06.03.2026']));
  await expect(page.getByRole('button', { name: 'Import 2 executions' })).toBeVisible();
});

test('a broken file gets a clear sentence and leaves nothing behind', async ({ page }) => {
  const before = await importCount();
  await page.goto(at('/import'));
  await choose(page, 'trades.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3, 255, 254, 0, 0]));
  await expect(page.getByRole('alert')).toContainText('The file is not text');
  await choose(page, 'empty.csv', Buffer.from('  \n'));
  await expect(page.getByRole('alert')).not.toContainText('The file is not text');
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await importCount()).toBe(before);

  await choose(page, 'cut.csv', known.split('\n').slice(0, 2).join('\n').replace(/,20000,/, ',twenty,'));
  await expect(page.getByText('1 row could not be read.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Import 0/ })).toBeDisabled();
  expect(await storedTrades()).toHaveLength(26);
});

/** A figure as the pages write it, without its sign. */
function written({ value, unit }: Figure): string {
  const size = Math.abs(value ?? 0);
  const number = (digits: number) => new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(size);
  switch (unit) {
    case 'money':
      return new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }).format(size);
    case 'percent':
      return `${number(size !== 0 && size < 0.1 ? 2 : 1)}%`;
    case 'count':
      return number(0);
    case 'r':
      return `${number(2)} R`;
    case 'days':
      return `${Math.round(size * 10) / 10} ${size === 1 ? 'day' : 'days'}`;
    default:
      return number(size !== 0 && size < 0.01 ? 4 : 2);
  }
}

test('dashboard and statistics show what the API says', async ({ page }) => {
  const { figures } = await api.json<{ figures: Record<string, Figure> }>('/api/journal/statistics');
  await page.goto(at('/'));
  await expectLoaded(page);
  for (const id of ['net_pnl', 'expectancy', 'win_rate', 'profit_factor', 'average_win', 'average_loss', 'max_drawdown', 'trades']) {
    const figure = figures[id];
    expect((await seenText(page.locator(`[data-figure="${id}"]`))).replace(/^[+\u2212]/, ''), id).toBe(written(figure!));
  }
  const sign = (await seenText(page.locator('[data-figure="net_pnl"]'))).charAt(0);
  expect(sign).toBe(figures['net_pnl']!.value! > 0 ? '+' : '\u2212');

  await page.goto(at('/statistics'));
  await expectLoaded(page);
  const values = page.locator('li[data-figure]');
  const shown = await values.evaluateAll((items) => items.map((item) => {
    const value = item.querySelector('[data-figure-value]')!.cloneNode(true) as Element;
    value.querySelectorAll('.aw-vh').forEach((hidden) => { hidden.remove(); });
    return [item.getAttribute('data-figure') ?? '', (value.textContent ?? '').trim()] as const;
  }));
  expect(shown.map(([id]) => id).sort()).toEqual(Object.keys(figures).sort());
  for (const [id, text] of shown) {
    const figure = figures[id]!;
    if (figure.value !== null && figure.unit !== 'minutes') {
      expect(text.replace(/^[+\u2212]/, ''), id).toBe(written(figure));
    }
  }
});

test('views and filter of the address reach every page', async ({ page }) => {
  for (const [query, word] of [['basis=gross&symbol=MNQZ6', 'MNQZ6'], ['side=short&weekday=2', 'short']] as const) {
    const asked = new URLSearchParams(query);
    asked.delete('basis');
    const { figures } = await api.json<{ figures: Record<string, Figure> }>(`/api/journal/statistics?${asked.toString()}${query.includes('gross') ? '&view=gross' : ''}`);
    for (const path of ['/', '/statistics']) {
      await page.goto(at(`${path}?${query}`));
      await expectLoaded(page);
      await expect(page.getByRole('search').getByRole('list')).toContainText(word);
      expect((await seenText(page.locator('[data-figure="net_pnl"] [data-figure-value], span[data-figure="net_pnl"]'))).replace(/^[+\u2212]/, ''), `${path} ${query}`).toBe(written(figures['net_pnl']!));
    }
    const requests: string[] = [];
    page.on('request', (request) => { requests.push(request.url()); });
    await page.goto(at(`/behaviour?${query}`));
    await expectLoaded(page);
    const behaviour = new URL(requests.find((url) => url.includes('/api/journal/behaviour'))!).searchParams;
    asked.forEach((value, name) => { expect(behaviour.get(name)).toBe(value); });
    await page.goto(at(`/trades?${query}`));
    await expectLoaded(page);
    await expect(page.getByRole('table', { name: 'Trades' })).toHaveAttribute('aria-rowcount', String((await storedTrades(`&${asked.toString()}`)).length + 1));
  }
});

test('a unit that no trade can be stated in says why', async ({ page }) => {
  await page.goto(at('/?unit=r'));
  await expect(page.getByText('None of these 26 trades has a stop')).toBeVisible();
  await page.getByRole('button', { name: 'Show money' }).click();
  await expect(page.locator('[data-figure="net_pnl"]')).toContainText('$');
});

test('a preview is thrown away, and totals are held against the statement', async ({ page }) => {
  await page.goto(at('/import'));
  await choose(page, 'december.csv', knownFile(makeTrades(3, 970_000, '2026-11-09')));
  const net = page.getByLabel('Net on the statement');
  await net.fill('1000');
  await expect(page.getByText('1 line differs.')).toBeVisible();
  const made = (await api.json<{ items: { net: number }[] }>('/api/journal/imports')).items[0]!;
  await net.fill(String(made.net));
  await expect(page.getByText('The line agrees to the cent.')).toBeVisible();
  await page.goto(at('/import'));
  await page.getByRole('row', { name: /december\.csv/ }).getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('row', { name: /december\.csv/ })).toHaveCount(0);
});

test('an edit outlives a second import of the same file, its undo, and the import after that', async ({ page }) => {
  const edited = (await storedTrades('&symbol=MESZ6'))[0]!;
  await page.goto(at(`/trades/${edited.id}`));
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Entered on the retest');
  await page.getByRole('combobox', { name: 'Add: Tags' }).fill('retest');
  await page.keyboard.press('Enter');
  await page.getByLabel('First stop').fill('19990.25');
  await page.getByLabel('First stop').blur();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect.poll(async () => (await storedTrades('&tag=retest'))[0]?.risk ?? null).not.toBeNull();

  await page.goto(at('/import'));
  await choose(page, 'october.csv', known);
  await expect(page.getByRole('button', { name: 'Import 0 executions' })).toBeDisabled();
  await expect(page.getByText('48 fills are already here.')).toBeVisible();
  expect(await storedTrades()).toHaveLength(26);
  expect(await storedTrades('&tag=retest')).toHaveLength(1);

  await page.goto(at('/import'));
  await page.getByRole('row', { name: /october\.csv.*Imported/ }).getByRole('button', { name: 'Undo import' }).click();
  await expect.poll(async () => (await storedTrades()).length).toBe(2);

  await importKnown(page);
  const again = (await storedTrades('&tag=retest'))[0]!;
  expect(again).toMatchObject({ symbol: edited.symbol, openedAt: edited.openedAt, hasNote: true });
  await page.goto(at(`/trades/${again.id}`));
  await expect(page.getByText('Entered on the retest')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'retest' })).toBeVisible();
  await expect(page.getByLabel('First stop')).toHaveValue('19,990.25');
});

test('a trade shows its prices, plan and excursions once there are prices', async ({ page }) => {
  const trade = (await storedTrades('&tag=retest'))[0]!;
  await page.goto(at(`/trades/${trade.id}`));
  const prices = page.getByTestId('prices');
  await expect(prices).toContainText('No prices of MESZ6 are known');
  const made = trades.find((one) => one.symbol === trade.symbol && one.entered.getTime() === Date.parse(trade.openedAt))!;
  await prices.getByTestId('file-input').setInputFiles(asFile('mes.csv', barsFile(new Date(made.entered.getTime() - 30 * 60_000), 120, made.entry)));
  await expect(prices.getByRole('img', { name: /Prices of MESZ6.*Entry.*Exit.*First stop/ })).toBeVisible();
  const { excursion } = await api.json<{ excursion: { adverseMoney: number } }>(`/api/journal/trades/${trade.id}/prices`);
  await expect(page.getByRole('region', { name: 'Excursions' })).toContainText(`\u2212${written({ id: '', value: excursion.adverseMoney, unit: 'money' })}`);
  await prices.getByRole('button', { name: 'Show as table' }).click();
  await expect(prices.getByRole('table')).toBeVisible();
});

test('rules of today and of a programme are shown where one looks', async ({ page }) => {
  const accounts = (await api.json<{ items: { id: string; executions: number }[] }>('/api/journal/accounts')).items.filter((account) => account.executions > 0);
  await api.json('/api/journal/rules', { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ maxDailyLoss: { value: 500, action: 'block' }, maxTradesPerDay: { value: 4, action: 'confirm' }, requiredChecklist: [] }) });
  await page.goto(at(`/?account=${accounts[0]!.id}`));
  const today = page.getByTestId('today-rules');
  await expect(today).toContainText('2 of 2 kept');
  await expect(today).toContainText('Lose at most $500.00 a day');
  await expect(today).toContainText('0 opened today');

  await page.goto(at('/statistics?show=programmes'));
  await page.getByRole('button', { name: 'Add a programme' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Evaluation');
  await dialog.getByLabel('Account', { exact: true }).selectOption(accounts[0]!.id);
  await dialog.getByLabel(/Profit target/).fill('1');
  await dialog.getByLabel(/Trading days/).fill('50');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const programme = page.locator('[data-programme="Evaluation"]');
  await expect(programme.locator('[data-rule="profit_target"]')).toHaveAttribute('data-state', 'reached');
  await expect(programme.locator('[data-rule="minimum_days"]')).toContainText('Not reached yet');
  await expect(programme).toContainText('Running');

  await page.goto(at('/statistics?show=compare&compare=custom&aFrom=2026-10-01&aTo=2026-10-07&bFrom=2026-10-08&bTo=2026-10-31'));
  const compared = await api.json<{ differences: { id: string; value: number; other: number }[] }>('/api/journal/compare?from=2026-10-01&to=2026-10-07&otherFrom=2026-10-08&otherTo=2026-10-31');
  const count = compared.differences.find((row) => row.id === 'trades')!;
  await expect(page.getByRole('row', { name: new RegExp(`^Trades ${count.value} ${count.other} `) })).toBeVisible();
});

test('every page fits a phone, speaks Chinese and is accessible', async ({ browser }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  const trade = (await storedTrades('&tag=retest'))[0]!;
  const imported = (await api.json<{ items: { id: string }[] }>('/api/journal/imports')).items[0]!;
  await api.post('/api/journal/playbooks', { name: '回踩', description: '回踩关键位', criteria: [{ id: 'a', text: '先有突破' }] });
  const paths = ['/', '/trades', `/trades/${trade.id}`, '/statistics', '/statistics?show=breakdown', '/statistics?show=compare', '/statistics?show=programmes', '/behaviour', '/rules', `/days/${trade.closedAt.slice(0, 10)}`, '/playbooks', '/accounts', '/import', `/import?id=${imported.id}`];
  for (const path of paths) {
    await page.goto(at(path));
    await expectLoaded(page);
    await expectNoSideways(page);
    await expectAccessible(page);
    const text = await page.locator('#content').innerText();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(text.match(/\b[a-z]+(?:\.[a-zA-Z_]+){1,3}\b/g)?.filter((word) => !/\.(csv|txt|com)$/.test(word)) ?? [], `${path}: keys without a text`).toEqual([]);
    expect(text.replaceAll('Entered on the retest', '').match(/(?:[A-Za-z]{2,} ){4,}[A-Za-z]{2,}/g) ?? [], `${path}: sentences in another language`).toEqual([]);
  }
  await context.close();
});

test('the journal is used without a mouse', async ({ page }) => {
  await page.goto(at('/'));
  await expectLoaded(page);
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible();
  const button = page.getByRole('button', { name: 'Choose file' }).first();
  await tabTo(page, button);
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(asFile('november.csv', knownFile(makeTrades(2, 990_000, '2026-11-02'))));
  const confirm = page.getByRole('button', { name: 'Import 4 executions' });
  await expect(confirm).toBeVisible();
  await tabTo(page, confirm);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();

  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { level: 1, name: 'Trades' })).toBeVisible();
  const rows = page.getByRole('table', { name: 'Trades' }).locator('tbody tr[data-row]');
  await expect(rows.first()).toBeVisible();
  await tabTo(page, rows.first());
  for (let step = 0; step < 3; step++) {
    await page.keyboard.press('j');
  }
  await expect(rows.nth(3)).toBeFocused();
  await expectFocusSeen(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/trades\/[0-9a-f-]{36}/);
  const note = page.getByRole('textbox', { name: 'Note', exact: true });
  await expect(note).toBeVisible();
  await tabTo(page, note);
  await page.keyboard.type('Written with the keyboard');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect((await storedTrades()).filter((trade) => trade.hasNote)).toHaveLength(2);

  await tabTo(page, page.locator('.aw-crumbs').getByRole('link', { name: 'Trades' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/trades(\?|$)/);
  await expect(rows.first()).toBeVisible();
  expect(product.log).not.toMatch(/ERR|Unhandled/);
});
