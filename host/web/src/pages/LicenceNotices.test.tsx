import { startTranslations } from '@aiwendy/sdk';
import { TestPage } from '@aiwendy/sdk/testing';
import { render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { addShellTexts } from '../texts';
import { LicenceNotices } from './LicenceNotices';

startTranslations('en');
addShellTexts();

let permissions: string[];
let licence: Record<string, unknown>;
let asked: string[];

beforeEach(() => {
  permissions = ['platform.admin'];
  licence = { state: 'active', development: false, licensee: 'Example Ltd', expires: '2028-01-01T00:00:00Z', graceEnds: '2028-01-15T00:00:00Z' };
  asked = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    const answer = url.startsWith('/api/me') ? { id: '1', name: null, isGuest: false, role: 'owner', language: 'en', permissions } : { name: 'AIWendy', features: {}, licence };
    return Promise.resolve(new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } }));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function show(language: 'en' | 'zh-CN' = 'en') {
  render(
    <TestPage at="/plugins" language={language}>
      <LicenceNotices />
      <p>page</p>
    </TestPage>,
  );
}

it.each([
  ['expiring', 'The licence of Example Ltd ends after'],
  ['grace', 'The licence of Example Ltd ended after'],
  ['expired', 'What it covers can be read and exported, not changed. The open core is not touched by it.'],
])('tells an administrator of a licence that is %s', async (state, text) => {
  licence = { ...licence, state };
  show();
  expect(await screen.findByText(text, { exact: false })).toBeVisible();
});

it('says that a licence is for development', async () => {
  licence = { ...licence, development: true };
  show('zh-CN');
  expect(await screen.findByText('这里使用的是开发用许可证')).toBeVisible();
});

it.each([
  ['while all is well', () => undefined],
  ['to whoever does not administer', () => { licence = { ...licence, state: 'grace', development: true }; permissions = []; }],
])('says nothing %s', async (_, arrange) => {
  arrange();
  show();
  await waitFor(() => { expect(asked).toHaveLength(2); });
  expect(document.body.textContent).toBe('page');
});
