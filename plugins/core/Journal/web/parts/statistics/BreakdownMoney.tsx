import { Signed, signOf } from '@aiwendy/sdk';
import type { Breakdown } from '../../statistics';
import { useStatisticText } from './useStatisticText';

/** A result of a cell in the unit of its breakdown. */
export function BreakdownMoney({ value, breakdown }: { value: number; breakdown: Pick<Breakdown, 'unit' | 'currency'> }) {
  const { number } = useStatisticText();
  return <Signed sign={signOf(value)} text={number(value, breakdown.unit, breakdown.currency, { signed: true })} />;
}
