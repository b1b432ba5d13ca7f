import { globalBarSearch, Icon, Link, Popover, useLocation, useT } from '@aiwendy/sdk';
import { filterNames } from '../../filter';
import type { StatisticFigure } from '../../statistics';

/** Lists of trades that show best where a figure comes from. */
const lists: Record<string, Record<string, string>> = {
  wins: { outcome: 'win' },
  average_win: { outcome: 'win' },
  gross_profit: { outcome: 'win' },
  average_hold_wins: { outcome: 'win' },
  losses: { outcome: 'loss' },
  average_loss: { outcome: 'loss' },
  gross_loss: { outcome: 'loss' },
  average_hold_losses: { outcome: 'loss' },
  breakeven: { outcome: 'breakeven' },
  largest_win: { order: 'best' },
  largest_loss: { order: 'worst' },
};

/** The address of the trades that a figure was computed from. */
export function tradesOf(figure: Pick<StatisticFigure, 'id' | 'day'>, search: string): string {
  const asked = new URLSearchParams(search);
  const target = new URLSearchParams(globalBarSearch(asked));
  for (const name of filterNames) {
    const value = asked.get(name);
    if (value) {
      target.set(name, value);
    }
  }
  for (const [name, value] of Object.entries(lists[figure.id] ?? {})) {
    target.set(name, value);
  }
  if (figure.day) {
    target.set('period', 'custom');
    target.set('from', figure.day);
    target.set('to', figure.day);
  }
  const text = target.toString();
  return `/trades${text ? `?${text}` : ''}`;
}

/** Behind a small sign: how the figure is computed, from what, and what was left out. */
export function FigureExplanation({ figure }: { figure: StatisticFigure }) {
  const t = useT();
  const { search } = useLocation();
  return (
    <Popover
      label={figure.label}
      trigger={<button type="button" className="aw-kpi-how" aria-label={t('stats.how', { label: figure.label })}><Icon name="info" /></button>}
    >
      <div className="grid max-w-[320px] gap-2 text-12">
        <b className="text-13">{figure.label}</b>
        {figure.formula ? <p className="text-text-2">{figure.formula}</p> : null}
        <p className="text-text-2">{figure.coverage ? t('stats.coverage', { used: figure.coverage.used, total: figure.coverage.total }) : t('stats.basis', { n: figure.n })}</p>
        {figure.exclusions.map((left) => <p key={left.reason} className="text-text-2">{t('stats.leftOut', { n: left.count, reason: t(`reason.${left.reason}`) })}</p>)}
        {figure.reasonText ? <p className="text-text-2">{figure.reasonText}</p> : null}
        {figure.day ? <p className="text-text-3">{t('stats.ofDay', { day: figure.day })}</p> : null}
        <p className="flex flex-wrap justify-between gap-3"><code className="font-mono text-11 text-text-3">{figure.id}</code><Link className="aw-link" to={tradesOf(figure, search)}>{t('stats.theTrades')}</Link></p>
      </div>
    </Popover>
  );
}
