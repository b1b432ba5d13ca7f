import { useFormat, useT } from '@aiwendy/sdk';
import type { FindingUnit } from '../../behaviour';

/** Writes the numbers of a finding in their unit. */
export function useFindingText() {
  const format = useFormat();
  const t = useT();
  const number = (value: number, unit: FindingUnit, currency: string | null): string => {
    switch (unit) {
      case 'money':
        return format.money(value, currency ?? 'USD', { signed: true });
      case 'percent':
        return format.percent(value);
      case 'count':
        return format.quantity(value);
      case 'minutes':
        return format.duration(value);
      case 'r':
        return format.r(value);
      default:
        return format.ratio(value);
    }
  };
  const chance = (p: number): string => (p <= 0.0001 ? 'p ≤ 0.0001' : `p ${p < 0.001 ? p.toFixed(4) : p.toFixed(3)}`);
  return { format, t, number, chance };
}
