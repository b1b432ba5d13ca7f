import { Button, Card, EmptyState, ErrorState, Segmented, Skeleton, useSearchParams, useT } from '@aiwendy/sdk';
import type { MonteCarlo } from '../../statistics';
import { MonteCarloChart } from './MonteCarloChart';
import { useMonteCarlo } from './useAnalysis';
import { useStatisticText } from './useStatisticText';

const fewestTrades = 20;

/** What the same results could have come to in another mix or order. */
export function MonteCarloCard({ trades }: { trades: number }) {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const mode: MonteCarlo['mode'] = search.get('mode') === 'shuffle' ? 'shuffle' : 'bootstrap';
  const seed = Math.max(1, Math.trunc(Number(search.get('seed'))) || 1);
  const courses = useMonteCarlo(mode, seed);
  const set = (name: string, value: string) => {
    setSearch((before) => { const next = new URLSearchParams(before); next.set(name, value); return next; }, { replace: true });
  };
  return (
    <Card title={t('stats.simulation.title')} meta={courses.data ? t('stats.simulation.size', { paths: courses.data.paths.toLocaleString(), trades: courses.data.trades }) : undefined}>
      <p className="mb-3 max-w-[80ch] text-text-2">{t(`stats.simulation.lead_${mode}`)}</p>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Segmented label={t('stats.simulation.mode')} value={mode} onChange={(value) => { set('mode', value); }} options={[{ value: 'bootstrap', label: t('stats.simulation.bootstrap') }, { value: 'shuffle', label: t('stats.simulation.shuffle') }]} />
        <Button icon="refresh" onClick={() => { set('seed', String(seed + 1)); }}>{t('stats.simulation.again')}</Button>
        <span className="aw-num text-12 text-text-3">{t('stats.simulation.seed', { seed })}</span>
      </div>
      {courses.isPending ? <Skeleton lines={9} /> : null}
      {courses.isError ? <ErrorState problem={courses.error} onRetry={() => void courses.refetch()} /> : null}
      {courses.data && courses.data.bands.length < 2 ? <EmptyState icon="line-chart">{t('stats.simulation.none')}</EmptyState> : null}
      {courses.data && courses.data.bands.length >= 2 ? (
        <div className="grid gap-4">
          {trades < fewestTrades ? <p className="text-text-2">{t('stats.simulation.few', { n: trades })}</p> : null}
          <MonteCarloChart courses={courses.data} />
          <Outcomes courses={courses.data} />
          <p className="max-w-[80ch] text-12 text-text-3">{t('stats.simulation.caution')}</p>
        </div>
      ) : null}
    </Card>
  );
}

function Outcomes({ courses }: { courses: MonteCarlo }) {
  const t = useT();
  const { format, number } = useStatisticText();
  const amount = (value: number) => number(value, courses.unit, courses.currency);
  const rows: [string, string, string][] = [
    ['end', amount(courses.endEquity.p50), t('stats.simulation.range', { low: amount(courses.endEquity.p5), high: amount(courses.endEquity.p95) })],
    ['drawdown', amount(courses.maxDrawdown.p50), t('stats.simulation.worse', { p95: amount(courses.maxDrawdown.p95), p99: amount(courses.maxDrawdown.p99) })],
    ['ruin', courses.ruin === null ? format.ratio(null) : format.percent(courses.ruin * 100), courses.ruinAt === null ? t('reason.no_start_balance') : t('stats.simulation.ruinAt', { amount: amount(courses.ruinAt) })],
  ];
  return (
    <dl className="grid gap-3 border-t border-line pt-3 md:grid-cols-3">
      {rows.map(([id, value, note]) => (
        <div key={id} data-outcome={id}>
          <dt className="text-12 text-text-2">{t(`stats.simulation.${id}`)}</dt>
          <dd className="aw-num text-16 font-semibold">{value}</dd>
          <dd className="aw-num text-12 text-text-3">{note}</dd>
        </div>
      ))}
    </dl>
  );
}
