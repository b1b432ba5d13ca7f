import { Kpi, KpiRow, Money, useGlobalBar, useT } from '@aiwendy/sdk';
import type { ReactNode } from 'react';
import type { StatisticFigure, StatisticFigures } from '../statistics';
import { isUnbounded, StatisticValue } from './statistics/StatisticValue';
import { useStatisticText } from './statistics/useStatisticText';

const strip = ['net_pnl', 'expectancy', 'win_rate', 'profit_factor', 'average_win', 'average_loss', 'max_drawdown', 'trades'] as const;

/** Figures that are sums or counts, which few trades make no less sure. */
const certain = new Set<string>(['trades', 'net_pnl']);

type Figures = StatisticFigures['figures'];

/** The eight figures of the journal, each with its context and how it is computed. */
export function FigureStrip({ statistics }: { statistics: StatisticFigures }) {
  const t = useT();
  return (
    <KpiRow label={t('dashboard.figures')}>
      {strip.map((id) => {
        const figure = statistics.figures[id];
        return figure ? <FigureKpi key={id} figure={figure} figures={statistics.figures} /> : null;
      })}
    </KpiRow>
  );
}

function FigureKpi({ figure, figures }: { figure: StatisticFigure; figures: Figures }) {
  const t = useT();
  const context = useContextLine(figure, figures);
  const [{ basis }] = useGlobalBar();
  const isGross = basis === 'gross' && figure.id === 'net_pnl';
  return (
    <Kpi
      label={t(isGross ? 'figure.gross_pnl' : `figure.${figure.id}`)}
      how={t(isGross ? 'how.gross_pnl' : `how.${figure.id}`)}
      value={<span data-figure={figure.id}><FigureValue figure={figure} /></span>}
      context={figure.value === null ? (isUnbounded(figure) ? t('reason.no_losses') : figure.reasonText) : context}
      lowSample={figure.lowSample && figure.value !== null && !certain.has(figure.id) ? figure.n : undefined}
    />
  );
}

/** Money is spoken in full; every other unit as the statistics page writes it. */
function FigureValue({ figure }: { figure: StatisticFigure }): ReactNode {
  const isMoney = figure.unit === 'money' && figure.value !== null && (figure.id === 'net_pnl' || figure.id === 'expectancy');
  return isMoney ? <Money value={figure.value} currency={figure.currency ?? 'USD'} /> : <StatisticValue figure={figure} />;
}

function useContextLine(figure: StatisticFigure, figures: Figures): string {
  const t = useT();
  const { format, number } = useStatisticText();
  const of = (id: string) => figures[id]?.value ?? null;
  const text = (id: string, options?: { signed: boolean }) => number(of(id), figures[id]?.unit ?? 'money', figures[id]?.currency ?? null, options);
  const interval = figure.interval ? t('figure.interval', { level: Math.round(figure.interval.level * 100), low: number(figure.interval.low, figure.unit, figure.currency), high: number(figure.interval.high, figure.unit, figure.currency) }) : null;
  switch (figure.id) {
    case 'net_pnl':
      return t('context.net_pnl', { gross: text('gross_pnl', { signed: true }), fees: text('fees') });
    case 'win_rate':
      return t('context.win_rate', { wins: of('wins'), n: (of('wins') ?? 0) + (of('losses') ?? 0), interval: interval ?? '' });
    case 'profit_factor':
      return t('context.profit_factor', { payoff: format.ratio(of('payoff_ratio')) });
    case 'max_drawdown':
      return of('max_drawdown_percent') === null ? t('context.max_drawdown') : t('context.max_drawdown_percent', { percent: text('max_drawdown_percent') });
    case 'trades':
      return figure.coverage && figure.coverage.used < figure.coverage.total ? t('stats.coverageShort', figure.coverage) : t('context.trades', { wins: of('wins'), losses: of('losses'), breakeven: of('breakeven') });
    case 'average_win':
      return t('context.average_win', { n: of('wins') });
    case 'average_loss':
      return t('context.average_loss', { n: of('losses') });
    default:
      return interval ?? t('context.n', { n: figure.n });
  }
}
