import { Signed, Undefined, signOf } from '@aiwendy/sdk';
import type { StatisticFigure } from '../../statistics';
import { signMeaning, useStatisticText } from './useStatisticText';

/** Whether a figure has no bound because nothing was lost. */
export function isUnbounded(figure: StatisticFigure): boolean {
  return figure.value === null && figure.reason === 'no_losses' && (figure.id === 'profit_factor' || figure.id === 'payoff_ratio');
}

/** A figure's value: gains and losses with sign and shape, no value as a dash whose reason stands beside it. */
export function StatisticValue({ figure }: { figure: StatisticFigure }) {
  const { number } = useStatisticText();
  if (isUnbounded(figure)) {
    return '∞';
  }
  if (figure.value === null) {
    return <Undefined reason={figure.reasonText ?? undefined} />;
  }
  const meaning = signMeaning(figure.id);
  if (meaning === 'none' || figure.value === 0) {
    return number(figure.value, figure.unit, figure.currency);
  }
  const value = meaning === 'lost' ? -figure.value : figure.value;
  return <Signed sign={signOf(value)} text={number(value, figure.unit, figure.currency, { signed: true })} />;
}
