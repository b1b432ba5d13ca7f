import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { Product } from '../lib/product';

let product: Product;

test.beforeAll(async () => {
  product = await Product.create({ AIWENDY_AUTH_REQUIRED: '1', AIWENDY_BIND: '127.0.0.1', RATE_LIMIT_PRO_CHAT_HOURLY: '77' });
  await product.start();
});

test.afterAll(async () => {
  await product.dispose();
});

async function expectAccessible(page: Page): Promise<void> {
  const result = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(result.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
}

test('an owner changes a setting, finds it in the history and the audit log, and sees his limits', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(`${product.baseUrl}/register?next=${encodeURIComponent('/settings/installation')}`);
  await page.getByLabel('E-mail').fill('ada@example.org');
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill('violet kettle 9');
  await page.getByRole('button', { name: 'Create account' }).click();

  await expect(page.getByText('The environment sets this, and it wins.').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'RATE_LIMIT_PRO_CHAT_HOURLY' })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('searchbox', { name: 'Find a setting' }).fill('RATE_LIMIT');
  const figure = page.getByRole('textbox', { name: 'RATE_LIMIT_FREE_CHAT_HOURLY' });
  await figure.fill('many');
  await page.getByRole('button', { name: 'Save RATE_LIMIT_FREE_CHAT_HOURLY' }).click();
  await expect(figure).toHaveAttribute('aria-invalid', 'true');
  await figure.fill('25');
  await page.getByRole('button', { name: 'Save RATE_LIMIT_FREE_CHAT_HOURLY' }).click();
  await expect(page.getByText('RATE_LIMIT_FREE_CHAT_HOURLY is saved.')).toBeVisible();
  await page.getByRole('combobox', { name: 'RATE_LIMIT_ENABLED' }).selectOption({ label: 'On' });
  await page.getByRole('button', { name: 'Save RATE_LIMIT_ENABLED' }).click();
  const history = page.getByTestId('setting-history').getByRole('listitem');
  await expect(history).toHaveCount(2);
  await expect(history.nth(1)).toContainText('RATE_LIMIT_FREE_CHAT_HOURLY');
  await expect(history.nth(1)).toContainText('25');

  await page.getByRole('link', { name: 'Audit log' }).click();
  await expect(page.getByText(/^Verified up to entry/)).toBeVisible();
  await page.getByRole('button', { name: 'Setting changed RATE_LIMIT_FREE_CHAT_HOURLY' }).click();
  const drawer = page.getByRole('complementary', { name: 'Setting changed' });
  await expect(drawer.getByRole('row', { name: /^value/ })).toContainText('25');
  await expectAccessible(page);
  await drawer.getByRole('button', { name: 'Only this action' }).click();
  await expect(page.getByRole('table', { name: 'Entries of the audit log' }).getByRole('row')).toHaveCount(3);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export CSV' }).click();
  expect((await download).suggestedFilename()).toBe('audit.csv');

  await page.getByRole('link', { name: 'General', exact: true }).click();
  const meter = page.getByRole('meter', { name: 'Questions to coaches' });
  await expect(meter).toHaveAttribute('aria-valuetext', /^0 of \d+ per hour$/);
  await expectAccessible(page);

  await page.evaluate(() => {
    localStorage.setItem('aiwendy.language', 'zh-CN');
    localStorage.setItem('aiwendy.theme', 'dark');
  });
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [path, heading] of [['/settings', '使用限额'], ['/settings/installation', '系统设置'], ['/settings/audit', '审计日志'], ['/settings/people', '所有人的会话']] as const) {
    await page.goto(product.baseUrl + path);
    await expect(page.getByRole('heading', { level: 2, name: heading })).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
});
