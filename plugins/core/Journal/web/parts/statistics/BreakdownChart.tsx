import { LowSampleBadge, useT } from '@aiwendy/sdk';
import type { Breakdown, BreakdownCell } from '../../statistics';
import { Significance } from './BreakdownCard';
import { BreakdownMoney } from './BreakdownMoney';
import { extentOf } from './extent';
import { useStatisticText } from './useStatisticText';

export type Measure = 'net' | 'mean';

const hatched = 'repeating-linear-gradient(135deg, var(--loss) 0 2px, var(--loss-soft) 2px 5px)';

/**
 * A line per value: a bar for the sum, solid for gains and hatched for losses, or a dot with its interval for the mean.
 * Zero is always in view, and every line says its numbers.
 */
export function BreakdownChart({ breakdown, cells, measure }: { breakdown: Breakdown; cells: readonly BreakdownCell[]; measure: Measure }) {
  const t = useT();
  const { format } = useStatisticText();
  const values = measure === 'net' ? cells.map((cell) => cell.net) : cells.flatMap((cell) => [cell.mean, cell.interval?.low ?? cell.mean, cell.interval?.high ?? cell.mean]);
  const { at } = extentOf(values);
  return (
    <ul className="grid" aria-label={t('stats.breakdown.chart', { dimension: t(`stats.dimension.${breakdown.dimension}`) })}>
      {cells.map((cell) => (
        <li key={cell.key} data-cell={cell.key} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-t border-line py-2 first:border-t-0 lg:grid-cols-[minmax(96px,150px)_minmax(0,1fr)_120px_220px]">
          <span className="min-w-0 font-semibold [overflow-wrap:anywhere]">{cell.label}</span>
          <span className="order-last col-span-2 lg:order-none lg:col-span-1">{measure === 'net' ? <Bar value={cell.net} at={at} isLow={cell.shown === 'grey'} /> : <Whisker cell={cell} at={at} />}</span>
          <span className="text-right"><BreakdownMoney value={measure === 'net' ? cell.net : cell.mean} breakdown={breakdown} /></span>
          <span className="aw-num col-span-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-text-3 lg:col-span-1">
            {cell.shown === 'grey' ? <LowSampleBadge n={cell.n} /> : <span>{t('context.n', { n: cell.n })}</span>}
            <span>{t('stats.breakdown.won', { rate: format.percent(cell.winRate, { digits: 0 }) })}</span>
            <Significance cell={cell} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Bar({ value, at, isLow }: { value: number; at: (value: number) => number; isLow: boolean }) {
  const zero = at(0);
  const end = at(value);
  const isLoss = value < 0;
  const tone = isLoss ? 'var(--loss)' : 'var(--gain)';
  return (
    <span className="relative block h-4" aria-hidden="true">
      <span className="absolute inset-y-0 w-px" style={{ left: `${zero}%`, background: 'var(--line-2)' }} />
      <span
        className="absolute inset-y-[2px] rounded-[2px]"
        style={{ left: `${Math.min(zero, end)}%`, width: `${Math.abs(end - zero)}%`, border: `1px solid ${tone}`, background: isLow ? 'transparent' : isLoss ? hatched : tone }}
      />
    </span>
  );
}

function Whisker({ cell, at }: { cell: BreakdownCell; at: (value: number) => number }) {
  const low = at(cell.interval?.low ?? cell.mean);
  const high = at(cell.interval?.high ?? cell.mean);
  const isLow = cell.shown === 'grey';
  return (
    <span className="relative mx-1 block h-4" aria-hidden="true">
      <span className="absolute inset-y-0 w-px" style={{ left: `${at(0)}%`, background: 'var(--line-2)' }} />
      {cell.interval ? <span className="absolute top-[3px] bottom-[3px] border-x" style={{ left: `${low}%`, width: `${high - low}%`, borderColor: 'var(--text-2)', background: 'linear-gradient(var(--text-2), var(--text-2)) center / 100% 1px no-repeat' }} /> : null}
      <span className="absolute top-[3px] size-[10px] -translate-x-1/2 rounded-full border-2" style={{ left: `${at(cell.mean)}%`, borderColor: 'var(--text)', background: isLow ? 'var(--surface)' : 'var(--text)' }} />
    </span>
  );
}
