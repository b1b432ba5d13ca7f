import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { TestPage } from '../testing';
import { levelOf, monthWeeks, shiftMonth } from './calendar';
import { CalendarHeatmap } from './CalendarHeatmap';
import { deepestDrawdown, monthStarts } from './equity';
import { EquityChart } from './EquityChart';
import { IntervalPlot } from './IntervalPlot';
import { ticks } from './scale';

const points = [
  { date: '2026-09-01', equity: 25_000, drawdown: 0 },
  { date: '2026-09-02', equity: 25_400, drawdown: 0 },
  { date: '2026-09-30', equity: 24_900, drawdown: 500 },
  { date: '2026-10-01', equity: 25_100, drawdown: 300 },
  { date: '2026-10-02', equity: 25_500, drawdown: 0 },
  { date: '2026-10-05', equity: 25_450, drawdown: 50 },
];

describe('equity', () => {
  it('finds the deepest drawdown and the peak before it', () => {
    expect(deepestDrawdown(points)).toEqual({ trough: 2, peak: 1, amount: 500 });
    expect(deepestDrawdown([])).toEqual({ trough: -1, peak: 0, amount: 0 });
  });

  it('marks where months begin', () => {
    expect(monthStarts(points)).toEqual([3]);
  });

  it('is drawn with a sentence and can be read as a table', async () => {
    render(
      <TestPage>
        <EquityChart points={points} currency="USD" />
      </TestPage>,
    );
    expect(screen.getByRole('img')).toHaveAccessibleName('Equity from $25,000.00 to $25,450.00; deepest drawdown −$500.00 on 30 Sep 2026');
    await userEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    expect(screen.getAllByRole('row')).toHaveLength(7);
  });

  it('moves its crosshair with the arrow keys', async () => {
    render(
      <TestPage>
        <EquityChart points={points} currency="USD" />
      </TestPage>,
    );
    screen.getByRole('img').focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(screen.getByRole('status')).toHaveTextContent('5 Oct 2026');
    await userEvent.keyboard('{Home}');
    expect(screen.getByRole('status')).toHaveTextContent('1 Sep 2026');
  });

  it('is a table when there are fewer than five points', () => {
    render(
      <TestPage>
        <EquityChart points={points.slice(0, 4)} currency="USD" />
      </TestPage>,
    );
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.getByRole('table')).toBeInTheDocument();
  });
});

describe('interval plot', () => {
  it('says in words what it draws', () => {
    render(
      <TestPage>
        <IntervalPlot rows={[{ label: 'After a loss', value: 36.62, low: 26.4, high: 48.2, k: 26, n: 71 }]} />
      </TestPage>,
    );
    expect(screen.getByRole('img')).toHaveAccessibleName('After a loss: 36.6%, interval 26.4% to 48.2%, 26 of 71');
  });
});

describe('calendar', () => {
  it('lays months out in weeks from Monday', () => {
    const november = monthWeeks('2026-11');
    expect(november).toHaveLength(6);
    expect(november[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(november.at(-1)?.[0]).toBe('2026-11-30');
    expect(shiftMonth('2026-01', -1)).toBe('2025-12');
  });

  it('steps colours by quartile of size', () => {
    const nets = [10, -20, 30, -40, 50, -60, 70, -80];
    expect(nets.map((net) => levelOf(net, nets))).toEqual(['g1', 'l1', 'g2', 'l2', 'g3', 'l3', 'g4', 'l4']);
    expect(levelOf(0, nets)).toBe('zero');
  });

  it('names every day for readers who do not see it, and leads to it', () => {
    render(
      <TestPage>
        <CalendarHeatmap month="2026-11" currency="USD" days={[{ date: '2026-11-09', net: -668.4, trades: 4 }]} dayLink={(date) => `/trades?from=${date}`} />
      </TestPage>,
    );
    const day = screen.getByRole('link');
    expect(day).toHaveAccessibleName(/^Monday.* 9 November: minus 668.40 US dollars, 4 trades$|^Monday,? 9 Nov: minus 668.40 US dollars, 4 trades$/);
    expect(day).toHaveTextContent('−668');
    expect(screen.getByText('minus 668.40 US dollars')).toBeInTheDocument();
  });
});

describe('ticks', () => {
  it('are round', () => {
    expect(ticks(24_500, 27_900, 4)).toEqual([25_000, 26_000, 27_000]);
    expect(ticks(0, 60, 4)).toEqual([0, 20, 40, 60]);
  });
});
