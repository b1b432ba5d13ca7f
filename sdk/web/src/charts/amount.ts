import type { Unit } from '../hooks/globalBar';
import { formatMoney, formatPercent, formatR, type Language, type MoneyOptions } from '../format/numbers';

/** A result in the unit that a chart shows: money, percent of the start balance, or multiples of the risk. */
export function formatAmount(value: number, unit: Unit, currency: string, language: Language, options: MoneyOptions = {}): string {
  switch (unit) {
    case 'percent':
      return formatPercent(value, language, { digits: options.whole ? 1 : 2, ...(options.signed ? { signed: true } : {}) });
    case 'r':
      return formatR(value, language, { signed: options.signed ?? false });
    default:
      return formatMoney(value, currency, language, options);
  }
}
