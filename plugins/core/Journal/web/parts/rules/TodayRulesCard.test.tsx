import { TestPage } from '@aiwendy/sdk/testing';
import { render, screen, within } from '@testing-library/react';
import { behaviourEnglish } from '../../texts/behaviour.en';
import { TodayRulesCard } from './TodayRulesCard';

const rule = { action: 'block', reached: false };
const answers: Record<string, object> = {
  '/api/journal/accounts': { items: [{ id: 'own', name: 'Main', isSample: false }, { id: 'sample', name: 'Sample', isSample: true }] },
  '/api/journal/rules/status': {
    items: [
      { accountId: 'own', currency: 'USD', net: -120, trades: 4, openPositions: 0, rules: [{ ...rule, rule: 'max_daily_loss', value: 120, limit: 500 }, { ...rule, rule: 'max_trades_per_day', value: 4, limit: 4, reached: true }, { ...rule, rule: 'cool_down', value: null, limit: 15 }] },
      { accountId: 'sample', currency: 'EUR', net: 0, trades: 0, openPositions: 0, rules: [{ ...rule, rule: 'max_daily_loss', value: 0, limit: 500 }] },
    ],
    lock: { locked: true, since: null, until: '2026-11-23T20:00:00Z', remainingMinutes: 30 },
  },
};

afterEach(() => {
  vi.unstubAllGlobals();
});

it('shows how much of the own limits is used today, and the lock', async () => {
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(new Response(JSON.stringify(answers[path.split('?')[0] ?? '']), { headers: { 'content-type': 'application/json' } })));
  render(<TestPage plugin={{ id: 'aiwendy.journal', texts: { en: behaviourEnglish, 'zh-CN': {} } }} at="/?zone=UTC"><TodayRulesCard /></TestPage>);

  expect(await screen.findByText('2 of 3 kept')).toBeInTheDocument();
  const rows = await screen.findAllByRole('listitem');
  expect(rows).toHaveLength(3);
  expect(within(rows[0] as HTMLElement).getByText('Lose at most $500.00 a day')).toBeInTheDocument();
  expect(within(rows[0] as HTMLElement).getByText('$120.00 lost today')).toBeInTheDocument();
  expect(rows[1]).toHaveAttribute('data-reached');
  expect(rows[1]).toHaveTextContent('Limit reached.');
  expect(within(rows[2] as HTMLElement).getByText('No loss to wait after')).toBeInTheDocument();
  expect(screen.getByText('Locked until 23 Nov 20:00')).toBeInTheDocument();
});
