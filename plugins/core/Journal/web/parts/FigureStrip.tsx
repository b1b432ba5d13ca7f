import { Kpi, KpiRow, Money, Signed, Undefined, useT } from '@aiwendy/sdk';
import type { ReactNode } from 'react';
import type { Figure, Figures, Statistics } from '../journal';
import { useFigureText } from './useFigureText';

const strip = ['net_pnl', 'expectancy', 'win_rate', 'profit_factor', 'average_win', 'average_loss', 'max_drawdown', 'trades'] as const;

/** The eight figures of the journal, each with its context and how it is computed. */
export function FigureStrip({ statistics }: { statistics: Statistics }) {
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

function FigureKpi({ figure, figures }: { figure: Figure; figures: Figures }) {
  const t = useT();
  const { reason } = useFigureText();
  const context = useContextLine(figure, figures);
  return (
    <Kpi
      label={t(`figure.${figure.id}`)}
      how={t(`how.${figure.id}`)}
      value={<FigureValue figure={figure} />}
      context={figure.value === null ? reason(figure) : context}
      lowSample={figure.lowSample && figure.value !== null && figure.id !== 'trades' && figure.id !== 'net_pnl' ? figure.n : undefined}
    />
  );
}

/** Money carries its sign and colour; everything else is plain. */
export function FigureValue({ figure }: { figure: Figure }): ReactNode {
  const { value, reason, format } = useFigureText();
  if (figure.value === null) {
    return figure.reason === 'no_losses' && figure.id === 'profit_factor' ? '∞' : <Undefined reason={reason(figure)} />;
  }
  const currency = figure.currency ?? 'USD';
  if (figure.id === 'net_pnl' || figure.id === 'expectancy') {
    return <Money value={figure.value} currency={currency} />;
  }
  if (figure.id === 'average_loss' || figure.id === 'max_drawdown') {
    return figure.value === 0 ? format.money(0, currency) : <Signed sign="loss" text={format.money(-figure.value, currency)} />;
  }
  return figure.id === 'average_win' ? <Signed sign="gain" text={format.money(figure.value, currency, { signed: true })} /> : value(figure.value, figure);
}

function useContextLine(figure: Figure, figures: Figures): string {
  const t = useT();
  const { format, interval } = useFigureText();
  const of = (id: string) => figures[id]?.value ?? null;
  const currency = figure.currency ?? figures['net_pnl']?.currency ?? 'USD';
  switch (figure.id) {
    case 'net_pnl':
      return t('context.net_pnl', { gross: format.money(of('gross_pnl'), currency, { signed: true }), fees: format.money(of('fees'), currency) });
    case 'win_rate':
      return t('context.win_rate', { wins: of('wins'), n: (of('wins') ?? 0) + (of('losses') ?? 0), interval: interval(figure) ?? '' });
    case 'profit_factor':
      return t('context.profit_factor', { payoff: format.ratio(of('payoff_ratio')) });
    case 'max_drawdown':
      return figures['max_drawdown_percent']?.value === null || !figures['max_drawdown_percent'] ? t('context.max_drawdown') : t('context.max_drawdown_percent', { percent: format.percent(figures['max_drawdown_percent'].value) });
    case 'trades':
      return t('context.trades', { wins: of('wins'), losses: of('losses'), breakeven: of('breakeven') });
    case 'average_win':
      return t('context.average_win', { n: of('wins') });
    case 'average_loss':
      return t('context.average_loss', { n: of('losses') });
    default:
      return interval(figure) ?? t('context.n', { n: figure.n });
  }
}
