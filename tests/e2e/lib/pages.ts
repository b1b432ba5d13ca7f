import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** No violation of the accessibility rules on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`), page.url()).toEqual([]);
}

/** The page has its heading and shows what it waited for. */
export async function expectLoaded(page: Page): Promise<void> {
  await expect(page.locator('#content h1')).toBeVisible();
  await expect(page.locator('#content .aw-skeleton')).toHaveCount(0);
}

/** Nothing is wider than the window. */
export async function expectNoSideways(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), page.url()).toBeLessThanOrEqual(0);
}

/** What a reader sees of an element, without what is only spoken. */
export async function seenText(element: Locator): Promise<string> {
  return await element.evaluate((node) => {
    const copy = node.cloneNode(true) as Element;
    copy.querySelectorAll('.aw-vh').forEach((hidden) => { hidden.remove(); });
    return (copy.textContent ?? '').trim();
  });
}

/** What has the focus now is marked so that one sees it. */
export async function expectFocusSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body || focused.matches('[data-focus-quietly], main')) {
      return 'none';
    }
    const box = focused.closest('label') ?? focused;
    return [focused, box].some((element) => { const style = getComputedStyle(element); return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'; })
      ? 'seen'
      : `not seen: ${focused.outerHTML.slice(0, 160)}`;
  });
  expect(seen).toMatch(/^(seen|none)$/);
}

/** Goes from control to control with the Tab key, or back, until one has the focus; every stop on the way must be seen. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const most = 80;
  for (let step = 0; step < most; step++) {
    await page.keyboard.press(key);
    await expectFocusSeen(page);
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
  }
  throw new Error(`${String(target)} was not reached with ${most} presses of ${key}.`);
}
