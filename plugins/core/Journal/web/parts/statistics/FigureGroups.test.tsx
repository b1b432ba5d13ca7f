import { TestPage } from '@aiwendy/sdk/testing';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { StatisticFigure } from '../../statistics';
import { english } from '../../texts/en';
import { statisticsEnglish } from '../../texts/statistics.en';
import { FigureGroups } from './FigureGroups';

const texts = { en: { ...english, ...statisticsEnglish }, 'zh-CN': {} };
const figure = (id: string, changes: Partial<StatisticFigure>): StatisticFigure => ({ id, label: id, value: null, unit: 'money', n: 40, reason: null, reasonText: null, currency: 'USD', formula: null, reference: null, coverage: null, exclusions: [], day: null, ...changes });

function show(...figures: StatisticFigure[]) {
  render(
    <TestPage plugin={{ id: 'aiwendy.journal', texts }} at="/statistics?account=a">
      <FigureGroups statistics={{ currency: 'USD', currencies: [], figures: Object.fromEntries(figures.map((one) => [one.id, one])) }} />
    </TestPage>,
  );
}

const row = (label: string) => within(screen.getByText(label).closest('li') as HTMLElement);

it('writes values in their unit, losses with their sign', () => {
  show(
    figure('max_drawdown', { value: 1234.5 }),
    figure('win_rate', { value: 46.818, unit: 'percent', interval: { low: 40.3357, high: 53.4098, level: 0.95 } }),
    figure('average_hold', { value: 20.68, unit: 'minutes' }),
    figure('trades', { value: 1204, unit: 'count' }),
    figure('drawdown_days', { value: 29, unit: 'days' }),
  );
  expect(row('max_drawdown').getByText('\u2212$1,234.50')).toBeInTheDocument();
  expect(row('win_rate').getByText('46.8%')).toBeInTheDocument();
  expect(row('win_rate').getByText('95% 40.3% to 53.4%')).toBeInTheDocument();
  expect(row('average_hold').getByText('20 min 41 s')).toBeInTheDocument();
  expect(row('trades').getByText('1,204')).toBeInTheDocument();
  expect(row('drawdown_days').getByText('29 days')).toBeInTheDocument();
});

it('says why there is no value, and that nothing was lost', () => {
  show(figure('profit_factor', { unit: 'ratio', reason: 'no_losses', reasonText: 'There is no losing trade.' }), figure('sqn', { unit: 'ratio', reason: 'no_stop', reasonText: 'No trade has a stop.' }));
  expect(row('profit_factor').getByText('∞')).toBeInTheDocument();
  expect(row('profit_factor').getByText('No losses')).toBeInTheDocument();
  expect(row('sqn').getByText('–')).toBeInTheDocument();
  expect(row('sqn').getAllByText('No trade has a stop.')).not.toHaveLength(0);
});

it('marks a mean of few trades, but not a sum', () => {
  show(figure('expectancy', { value: 2, n: 7, lowSample: true }), figure('net_pnl', { value: 14, n: 7, lowSample: true }));
  expect(row('expectancy').getByText('Low sample, n 7')).toBeInTheDocument();
  expect(row('net_pnl').queryByText('Low sample, n 7')).not.toBeInTheDocument();
});

it('explains a figure and leads to its trades', async () => {
  show(figure('expectancy_r', { value: 0.2, unit: 'r', formula: 'mean(R)', coverage: { used: 30, total: 40 }, exclusions: [{ reason: 'no_stop', count: 10 }] }));
  await userEvent.click(screen.getByRole('button', { name: 'How expectancy_r is computed' }));
  const popover = within(screen.getByRole('dialog'));
  expect(popover.getByText('mean(R)')).toBeInTheDocument();
  expect(popover.getByText('Computed from 30 of 40 trades.')).toBeInTheDocument();
  expect(popover.getByText(/^Left out: 10\./)).toBeInTheDocument();
  expect(popover.getByRole('link', { name: 'Show the trades' })).toHaveAttribute('href', '/trades?account=a');
});
