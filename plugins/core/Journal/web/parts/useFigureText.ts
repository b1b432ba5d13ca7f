import { useFormat, useT } from '@aiwendy/sdk';
import type { Figure } from '../journal';

/** Writes a figure as the pages, the evidence and the coach write it; an undefined one as its reason. */
export function useFigureText() {
  const format = useFormat();
  const t = useT();
  const number = (value: number | null, figure: Figure, signed = false): string => {
    switch (figure.unit) {
      case 'money':
        return format.money(value, figure.currency ?? 'USD', { signed });
      case 'percent':
        return format.percent(value);
      case 'count':
        return format.count(value);
      case 'minutes':
        return format.duration(value);
      case 'r':
        return format.r(value);
      default:
        return format.ratio(value);
    }
  };
  return {
    format,
    value: number,
    reason: (figure: Figure | undefined): string => (figure?.reason ? t(`reason.${figure.reason}`) : ''),
    interval: (figure: Figure): string | null =>
      figure.interval ? t('figure.interval', { level: Math.round(figure.interval.level * 100), low: number(figure.interval.low, figure), high: number(figure.interval.high, figure) }) : null,
  };
}
