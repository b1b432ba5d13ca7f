import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { baseUrl } from '../lib/product';

/** Opens a page with a look and language that were chosen earlier, and collects what the browser complains about. */
async function open(page: Page, path: string, theme: 'light' | 'dark' = 'light', language: 'en' | 'zh-CN' = 'en'): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript(([t, l]) => {
    localStorage.setItem('aiwendy.theme', t ?? '');
    localStorage.setItem('aiwendy.language', l ?? '');
  }, [theme, language]);
  await page.goto(baseUrl() + path);
  return complaints;
}

const looks = [
  ['light', 'en'],
  ['dark', 'en'],
  ['light', 'zh-CN'],
  ['dark', 'zh-CN'],
] as const;

for (const [theme, language] of looks) {
  for (const path of ['/settings', '/settings/about', '/plugins', '/there-is-nothing-here']) {
    test(`${path} is accessible and quiet, ${theme}, ${language}`, async ({ page }) => {
      const complaints = await open(page, path, theme, language);
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
      await page.waitForLoadState('networkidle').catch(() => undefined);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
      expect(complaints).toEqual([]);
    });
  }
}

test('nothing scrolls sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/settings', '/plugins']) {
    await open(page, path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
});

test('language and theme are switched at once and kept', async ({ page }) => {
  await page.goto(`${baseUrl()}/settings`);
  await page.getByRole('radio', { name: '简体中文' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();
  await page.getByRole('radio', { name: '深色' }).click();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
});

test('the palette finds a page by keyboard alone', async ({ page }) => {
  await open(page, '/settings');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('plug');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/plugins$/);
});

test('every built-in plugin runs and its pages load', async ({ page }) => {
  await open(page, '/plugins');
  await expect(page.getByRole('row', { name: /aiwendy\.journal/ }).getByText('Running')).toBeVisible();
  await expect(page.getByText('Its pages did not load')).toHaveCount(0);
});

test('the content security policy allows what the page needs and nothing inline', async ({ page, request }) => {
  const complaints = await open(page, '/');
  await page.waitForLoadState('networkidle').catch(() => undefined);
  expect(complaints.filter((text) => /content security policy/i.test(text))).toEqual([]);
  const policy = (await request.get(`${baseUrl()}/`)).headers()['content-security-policy'] ?? '';
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
  expect(scripts).toContain("'self'");
  expect(scripts).not.toContain('unsafe');
  expect(/style-src ([^;]*)/.exec(policy)?.[1]).toBe("'self'");
});

test('the reference of the API keeps to the same policy', async ({ page }) => {
  const complaints = await open(page, '/docs');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('main[aria-busy="true"]')).toHaveCount(0);
  expect(await page.locator('link[rel="icon"]').getAttribute('href')).toBe('/icon.svg');
  expect(complaints).toEqual([]);
});
