import { Card, LowSampleBadge, useT } from '@aiwendy/sdk';
import { groupFigures, type StatisticFigure, type StatisticFigures } from '../../statistics';
import { FigureExplanation } from './FigureExplanation';
import { isUnbounded, StatisticValue } from './StatisticValue';
import { useStatisticText } from './useStatisticText';

/** Sums and counts say the same of few trades as of many. */
const certain = new Set(['net_pnl', 'gross_pnl', 'fees', 'trades', 'wins', 'losses', 'breakeven', 'gross_profit', 'gross_loss', 'largest_win', 'largest_loss', 'trading_days', 'winning_days', 'losing_days', 'best_day', 'worst_day', 'r_coverage']);

/** All figures, in groups that are read together. */
export function FigureGroups({ statistics }: { statistics: StatisticFigures }) {
  const t = useT();
  return (
    <div className="gap-3 md:columns-2 xl:columns-3">
      {groupFigures(statistics.figures).map((group) => (
        <Card key={group.id} flush className="mb-3 break-inside-avoid" title={t(`stats.group.${group.id}`)}>
          <ul className="mt-1 divide-y divide-line border-t border-line">
            {group.figures.map((figure) => <FigureRow key={figure.id} figure={figure} />)}
          </ul>
        </Card>
      ))}
    </div>
  );
}

function FigureRow({ figure }: { figure: StatisticFigure }) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3 px-4 py-[7px]" data-figure={figure.id}>
      <span className="flex min-w-0 items-center gap-0.5 text-text-2"><span className="min-w-0">{figure.label}</span><FigureExplanation figure={figure} /></span>
      <span className="aw-num text-14 font-semibold [&_.aw-pn]:font-semibold" data-figure-value><StatisticValue figure={figure} /></span>
      <FigureNote figure={figure} />
    </li>
  );
}

function FigureNote({ figure }: { figure: StatisticFigure }) {
  const t = useT();
  const { number } = useStatisticText();
  if (figure.value === null) {
    return <span className="col-span-2 text-12 text-text-3">{isUnbounded(figure) ? t('reason.no_losses') : figure.reasonText}</span>;
  }
  const isLow = figure.lowSample && !certain.has(figure.id);
  const words = [
    figure.interval ? t('figure.interval', { level: Math.round(figure.interval.level * 100), low: number(figure.interval.low, figure.unit, figure.currency), high: number(figure.interval.high, figure.unit, figure.currency) }) : null,
    figure.coverage && figure.coverage.used < figure.coverage.total ? t('stats.coverageShort', { used: figure.coverage.used, total: figure.coverage.total }) : null,
    figure.day,
  ].filter(Boolean);
  if (!isLow && words.length === 0) {
    return null;
  }
  return (
    <span className="aw-num col-span-2 flex flex-wrap items-center gap-2 text-12 text-text-3">
      {words.join(', ')}
      {isLow ? <LowSampleBadge n={figure.n} /> : null}
    </span>
  );
}
