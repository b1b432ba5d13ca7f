import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { Api } from '../lib/chat';
import { Product } from '../lib/product';

interface Figure {
  value: number | null;
}

const words = {
  en: {
    locale: 'en-US',
    headline: 'See what your trades say about you.',
    open: 'Open the sample account',
    dashboard: 'Dashboard',
    netPnl: 'Net P&L',
    question: 'Why do I lose money?',
    composer: /message|write/i,
  },
  zh: {
    locale: 'zh-CN',
    headline: '看看你的交易怎样描述你。',
    open: '打开示例账户',
    dashboard: '总览',
    netPnl: '净盈亏',
    question: '我为什么亏钱？',
    composer: /写|输入|消息/,
  },
} as const;

/** The numbers of a text, as they are read: sign and separators normalised. */
function numbersOf(text: string): string[] {
  return [...text.matchAll(/[\u2212-]?\p{Sc}?\d[\d,]*(?:\.\d+)?%?/gu)].map((match) => match[0].replace('-', '\u2212'));
}

async function expectAccessible(page: Page): Promise<void> {
  const result = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(result.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
}

for (const [language, text] of Object.entries(words)) {
  test.describe(`the first conversation, ${language}`, () => {
    test.use({ locale: text.locale });

    test('sample trades, a question, an answer from the trader’s own figures, a reload, a restart', async ({ page }) => {
      test.setTimeout(180_000);
      const product = await (await Product.create()).start();
      try {
        await page.goto(product.baseUrl);
        await expect(page.getByRole('heading', { level: 1, name: text.headline })).toBeVisible();
        await expectAccessible(page);
        await page.getByRole('button', { name: text.open }).click();
        await expect(page.getByRole('heading', { level: 1, name: text.dashboard })).toBeVisible();
        await expect(page.getByText(text.netPnl, { exact: true }).first()).toBeVisible();
        await expectAccessible(page);

        await page.goto(`${product.baseUrl}/coach`);
        const composer = page.getByRole('textbox').last();
        await composer.fill(text.question);
        await composer.press('Enter');
        await expect(page).toHaveURL(/\/coach\/[0-9a-f-]{36}/);
        const log = page.getByRole('log');
        await expect.poll(async () => (await log.innerText()).length, { timeout: 20_000 }).toBeGreaterThan(text.question.length + 160);

        await page.reload();
        const conversationId = /\/coach\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
        const api = new Api(product.baseUrl);
        const answer = async () => {
          const stored = await api.json<{ items: { role: string; status: string; text: string }[] }>(`/api/conversations/${conversationId}/messages`);
          return stored.items.filter((message) => message.role === 'assistant');
        };
        await expect.poll(async () => (await answer())[0]?.status, { timeout: 60_000 }).toBe('complete');
        expect(await answer()).toHaveLength(1);

        const statistics = await api.json<{ figures: Record<string, Figure> }>('/api/journal/statistics');
        const afterLoss = await api.json<{ figures: Record<string, Figure> }>('/api/journal/after-loss');
        const figures = { ...statistics.figures, ...afterLoss.figures };
        const cited = [...((await answer())[0]?.text ?? '').matchAll(/\[([^\]]+)\]\(evidence:([a-z_]+)\)/g)];
        const equal = cited.filter(([, shown, id]) => {
          const value = figures[id ?? '']?.value;
          const number = Number((shown ?? '').replaceAll('\u2212', '-').replace(/[^\d.-]/g, ''));
          return value !== null && value !== undefined && Math.abs(Math.abs(number) - Math.abs(value)) <= 0.051;
        });
        expect(new Set(equal.map(([, , id]) => id)).size, `cited: ${cited.map((one) => one[0]).join(' ')}`).toBeGreaterThanOrEqual(3);

        const shown = await log.innerText();
        for (const [, value] of equal) {
          expect(numbersOf(shown).join(' ')).toContain(numbersOf(value ?? '')[0] ?? '');
        }
        await expectAccessible(page);

        await product.stop();
        await product.start();
        await page.reload();
        await expect.poll(async () => (await page.getByRole('log').innerText()).includes(text.question), { timeout: 20_000 }).toBe(true);
        for (const [, value] of equal) {
          await expect(page.getByRole('log')).toContainText(numbersOf(value ?? '')[0] ?? '');
        }
        await page.goto(product.baseUrl);
        await expect(page.getByRole('heading', { level: 1, name: text.dashboard })).toBeVisible();
        expect(product.log).not.toMatch(/ERR|Unhandled/);
      } finally {
        await product.dispose();
      }
    });
  });
}
