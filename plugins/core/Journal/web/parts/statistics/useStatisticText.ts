import { useFormat, useT } from '@aiwendy/sdk';
import type { StatisticFigure } from '../../statistics';

type Unit = StatisticFigure['unit'];

/** Figures whose sign says gain or loss. */
const signed = new Set(['net_pnl', 'gross_pnl', 'expectancy', 'expectancy_r', 'median_trade', 'best_day', 'worst_day', 'daily_mean', 'return_time_weighted', 'return_money_weighted', 'return_annual']);
/** Figures that are sizes of something lost. */
const lost = new Set(['average_loss', 'largest_loss', 'gross_loss', 'max_drawdown', 'max_drawdown_percent', 'max_drawdown_day', 'max_drawdown_day_percent']);
const won = new Set(['average_win', 'largest_win', 'gross_profit']);

export function signMeaning(id: string): 'signed' | 'lost' | 'won' | 'none' {
  return signed.has(id) ? 'signed' : lost.has(id) ? 'lost' : won.has(id) ? 'won' : 'none';
}

/** A share of one below a hundredth needs more digits to say anything. */
export function ratioDigits(value: number): number {
  return value !== 0 && Math.abs(value) < 0.01 ? 4 : 2;
}

/** Writes numbers of the statistics in their unit. */
export function useStatisticText() {
  const format = useFormat();
  const t = useT();
  const number = (value: number | null, unit: Unit, currency: string | null, options: { signed?: boolean; whole?: boolean } = {}): string => {
    if (value === null) {
      return format.ratio(null);
    }
    switch (unit) {
      case 'money':
        return format.money(value, currency ?? 'USD', options);
      case 'percent':
        return format.percent(value, { ...(options.signed ? { signed: true } : {}), ...(value !== 0 && Math.abs(value) < 0.1 ? { digits: 2 } : {}) });
      case 'count':
        return format.count(value);
      case 'minutes':
        return format.duration(value);
      case 'days':
        return t('stats.days', { count: Math.round(value * 10) / 10 });
      case 'r':
        return format.r(value);
      default:
        return format.ratio(value, ratioDigits(value));
    }
  };
  return { format, number };
}
