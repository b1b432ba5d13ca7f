import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { Product } from '../lib/product';

const words = {
  en: {
    locale: 'en-US',
    register: 'Create an account',
    create: 'Create account',
    signIn: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    profile: 'Profile',
    menu: 'Your menu',
    signOut: 'Sign out',
    wrong: 'The e-mail or the password is not right.',
    thisBrowser: 'This browser',
  },
  zh: {
    locale: 'zh-CN',
    register: '创建账户',
    create: '创建账户',
    signIn: '登录',
    email: '邮箱',
    password: '密码',
    profile: '个人资料',
    menu: '你的菜单',
    signOut: '退出登录',
    wrong: '邮箱或密码不正确。',
    thisBrowser: '这个浏览器',
  },
} as const;

async function expectAccessible(page: Page): Promise<void> {
  const result = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(result.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
}

let product: Product;

test.beforeAll(async () => {
  product = await (await Product.create({ AIWENDY_AUTH_REQUIRED: '1', AIWENDY_BIND: '127.0.0.1' })).start();
});

test.afterAll(async () => {
  await product.dispose();
});

for (const [language, text] of Object.entries(words)) {
  test.describe(`accounts, ${language}`, () => {
    test.use({ locale: text.locale });

    test('register, come back to where one was going, sign out, sign in by keyboard', async ({ page }) => {
      const email = `ada-${language}@example.org`;
      await page.goto(`${product.baseUrl}/settings/account`);
      await expect(page).toHaveURL(/\/sign-in\?next=/);
      await expect(page.getByRole('heading', { level: 1, name: text.signIn })).toBeVisible();
      await expectAccessible(page);

      await page.goto(`${product.baseUrl}/register?next=${encodeURIComponent('/settings/account')}`);
      await expect(page.getByRole('heading', { level: 1, name: text.register })).toBeVisible();
      await expectAccessible(page);
      await page.getByLabel(text.email).fill(email);
      await page.getByRole('textbox', { name: text.password, exact: true }).fill('password123');
      await page.getByRole('button', { name: text.create }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('textbox', { name: text.password, exact: true }).fill('violet kettle 9');
      await page.getByRole('button', { name: text.create }).click();

      await expect(page).toHaveURL(/\/settings\/account$/);
      await expect(page.getByRole('heading', { name: text.profile })).toBeVisible();
      await expectAccessible(page);
      await page.goto(`${product.baseUrl}/settings/security`);
      await expect(page.getByText(text.thisBrowser)).toBeVisible();
      await expectAccessible(page);

      await page.getByRole('button', { name: text.menu }).click();
      await page.getByRole('menuitem', { name: text.signOut }).click();
      await expect(page).toHaveURL(/\/sign-in/);

      await expect(page.getByLabel(text.email)).toBeFocused();
      await page.keyboard.type(email);
      await page.keyboard.press('Tab');
      await page.keyboard.type('violet kettle 8');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toHaveText(text.wrong);
      await page.getByRole('textbox', { name: text.password, exact: true }).fill('violet kettle 9');
      await page.keyboard.press('Enter');
      await expect(page).not.toHaveURL(/\/sign-in/);
    });
  });
}

test('sign-in fits a phone and the dark theme', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto(`${product.baseUrl}/sign-in`);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
  await context.close();
});
