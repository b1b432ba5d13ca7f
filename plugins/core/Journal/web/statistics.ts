import type { Figure } from './journal';

/** A figure with all that explains it: formula, what it rests on, what was left out. */
export interface StatisticFigure extends Omit<Figure, 'unit'> {
  unit: Figure['unit'] | 'days';
  reasonText: string | null;
  formula: string | null;
  reference: string | null;
  coverage: { used: number; total: number } | null;
  exclusions: { reason: string; count: number }[];
  /** The day that the figure is about. */
  day: string | null;
}

export interface StatisticFigures {
  currency: string | null;
  currencies: { code: string; trades: number }[];
  figures: Record<string, StatisticFigure | undefined>;
}

export const dimensions = ['symbol', 'side', 'weekday', 'hour', 'duration', 'size', 'month', 'tag', 'setup', 'account', 'outcome'] as const;
export type Dimension = (typeof dimensions)[number];

export interface BreakdownCell {
  key: string;
  label: string;
  n: number;
  net: number;
  mean: number;
  winRate: number | null;
  profitFactor: number | null;
  interval: { low: number; high: number; level: number } | null;
  pValue: number | null;
  /** After the correction for looking at all cells. */
  adjusted: number | null;
  significant: boolean;
  shown: 'full' | 'grey' | 'hidden';
}

export interface Breakdown {
  dimension: Dimension;
  currency: string | null;
  unit: StatisticFigure['unit'];
  corrected: string;
  q: number;
  trades: number;
  cells: BreakdownCell[];
}

export interface MonteCarloBand {
  trade: number;
  p5: number;
  p50: number;
  p95: number;
}

export interface MonteCarlo {
  currency: string | null;
  unit: StatisticFigure['unit'];
  seed: number;
  mode: 'bootstrap' | 'shuffle';
  paths: number;
  trades: number;
  start: number;
  meanEnd: number;
  endEquity: { p5: number; p50: number; p95: number };
  maxDrawdown: { p50: number; p95: number; p99: number };
  ruin: number | null;
  ruinAt: number | null;
  bands: MonteCarloBand[];
}

export interface FigureGroup {
  id: string;
  figures: readonly string[];
}

/** Figures of two periods with their differences; each figure has the unit that both share. */
export interface Comparison {
  currency: string | null;
  figures: Record<string, StatisticFigure | undefined>;
  otherFigures: Record<string, StatisticFigure | undefined>;
  differences: { id: string; label: string; unit: StatisticFigure['unit']; value: number | null; other: number | null; difference: number | null }[];
}

/** The order in which figures are read; what the journal adds later stands at the end. */
export const figureGroups: readonly FigureGroup[] = [
  { id: 'result', figures: ['net_pnl', 'gross_pnl', 'fees', 'trades', 'wins', 'losses', 'breakeven', 'expectancy', 'win_rate', 'win_rate_all', 'profit_factor', 'payoff_ratio'] },
  { id: 'trade', figures: ['average_win', 'average_loss', 'largest_win', 'largest_loss', 'median_trade', 'standard_deviation', 'gross_profit', 'gross_loss'] },
  { id: 'drawdown', figures: ['max_drawdown', 'max_drawdown_percent', 'max_drawdown_day', 'max_drawdown_day_percent', 'drawdown_days', 'recovery_factor', 'ulcer_index'] },
  { id: 'returns', figures: ['return_time_weighted', 'return_money_weighted', 'return_annual', 'calmar', 'sharpe_daily', 'sharpe_annual', 'sortino_daily', 'sortino_annual'] },
  { id: 'quality', figures: ['expectancy_r', 'standard_deviation_r', 'r_coverage', 'sqn', 'sqn_capped', 't_statistic', 't_statistic_capped', 'kelly', 'kelly_half', 'risk_of_ruin'] },
  { id: 'days', figures: ['trading_days', 'winning_days', 'losing_days', 'best_day', 'worst_day', 'best_day_share', 'daily_mean', 'daily_deviation'] },
  { id: 'streaks', figures: ['max_win_streak', 'max_loss_streak', 'current_streak', 'runs', 'runs_expected', 'runs_z'] },
  { id: 'holding', figures: ['average_hold', 'median_hold', 'average_hold_wins', 'average_hold_losses', 'hold_ratio', 'average_mae', 'average_mfe', 'capture'] },
];

/** Every figure in its group, none left out. */
export function groupFigures(figures: StatisticFigures['figures']): { id: string; figures: StatisticFigure[] }[] {
  const known = new Set(figureGroups.flatMap((group) => group.figures));
  const rest = Object.keys(figures).filter((id) => !known.has(id));
  return [...figureGroups, { id: 'other', figures: rest }]
    .map((group) => ({ id: group.id, figures: group.figures.map((id) => figures[id]).filter((figure) => figure !== undefined) }))
    .filter((group) => group.figures.length > 0);
}
