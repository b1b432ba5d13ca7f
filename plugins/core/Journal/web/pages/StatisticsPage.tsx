import { Button, Card, ErrorState, Input, PageHead, Select, Skeleton, Tabs, useFormat, useSearchParams, useT } from '@aiwendy/sdk';
import { NoTrades } from '../parts/NoTrades';
import { SampleNotice } from '../parts/SampleNotice';
import { BreakdownCard } from '../parts/statistics/BreakdownCard';
import { FigureGroups } from '../parts/statistics/FigureGroups';
import { MonteCarloCard } from '../parts/statistics/MonteCarloCard';
import { useStatisticFigures } from '../parts/statistics/useAnalysis';
import { narrowings } from '../statistics';

const views = ['figures', 'breakdown', 'simulation'] as const;
type View = (typeof views)[number];

/** Every statistic of the trades that the bar and the page's filter let through. */
export default function StatisticsPage() {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const view: View = views.find((one) => one === search.get('show')) ?? 'figures';
  const statistics = useStatisticFigures();
  const trades = statistics.data?.figures['trades']?.value ?? 0;
  const isNarrowed = narrowings.some((name) => search.get(name));
  const basis = search.get('basis') === 'gross' ? 'gross' : 'net';

  return (
    <>
      <PageHead title={t('stats.title')}>
        {statistics.data && trades > 0 ? t('stats.lead', { count: trades, basis: t(`stats.basis_${basis}`), currency: statistics.data.currency ?? '' }) : t('stats.leadEmpty')}
      </PageHead>
      <SampleNotice />
      <Narrowing />
      {statistics.isPending ? <Card flush><Skeleton lines={12} /></Card> : null}
      {statistics.isError ? <Card><ErrorState problem={statistics.error} onRetry={() => void statistics.refetch()} /></Card> : null}
      {statistics.data && trades === 0 && isNarrowed ? <Card><p className="p-4 text-text-2">{t('trades.noneMatches')}</p></Card> : null}
      {statistics.data && trades === 0 && !isNarrowed ? <NoTrades /> : null}
      {statistics.data && trades > 0 ? (
        <Tabs
          label={t('stats.title')}
          value={view}
          items={views.map((one) => ({ value: one, label: t(`stats.view.${one}`) }))}
          onChange={(value) => { setSearch((before) => { const next = new URLSearchParams(before); next.set('show', value); return next; }, { replace: true }); }}
        >
          <div className="mt-3">
            {view === 'figures' ? <FigureGroups statistics={statistics.data} /> : null}
            {view === 'breakdown' ? <BreakdownCard /> : null}
            {view === 'simulation' ? <MonteCarloCard trades={trades} /> : null}
          </div>
        </Tabs>
      ) : null}
    </>
  );
}

/** What the page looks at beyond the bar: instrument, direction, weekday, tag. */
function Narrowing() {
  const t = useT();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const of = (name: string) => search.get(name) ?? '';
  const set = (changes: Record<string, string>) => {
    setSearch((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) {
        if (value) {
          next.set(name, value);
        } else {
          next.delete(name);
        }
      }
      return next;
    }, { replace: true });
  };
  const weekday = (day: number) => new Intl.DateTimeFormat(format.language === 'zh-CN' ? 'zh-CN' : 'en-US', { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)));
  const isNarrowed = narrowings.some((name) => of(name));
  return (
    <form role="search" aria-label={t('stats.narrow')} className="mb-3 flex flex-wrap items-center gap-2" onSubmit={(event) => { event.preventDefault(); }}>
      <Input className="max-w-36" type="search" aria-label={t('trade.instrument')} placeholder={t('trade.instrument')} defaultValue={of('symbol')} key={`symbol-${isNarrowed}`} onBlur={(event) => { set({ symbol: event.target.value.trim().toUpperCase() }); }} onKeyDown={(event) => { if (event.key === 'Enter') { set({ symbol: event.currentTarget.value.trim().toUpperCase() }); } }} />
      <Select aria-label={t('trade.side')} value={of('side')} onChange={(side) => { set({ side }); }} options={[{ value: '', label: t('trades.bothSides') }, { value: 'long', label: t('side.long') }, { value: 'short', label: t('side.short') }]} />
      <Select aria-label={t('stats.dimension.weekday')} value={of('weekday')} onChange={(day) => { set({ weekday: day }); }} options={[{ value: '', label: t('stats.anyWeekday') }, ...[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekday(day) }))]} />
      <Input className="max-w-36" type="search" aria-label={t('stats.dimension.tag')} placeholder={t('stats.dimension.tag')} defaultValue={of('tag')} key={`tag-${isNarrowed}`} onBlur={(event) => { set({ tag: event.target.value.trim() }); }} onKeyDown={(event) => { if (event.key === 'Enter') { set({ tag: event.currentTarget.value.trim() }); } }} />
      {isNarrowed ? <Button kind="quiet" icon="close" onClick={() => { set(Object.fromEntries(narrowings.map((name) => [name, '']))); }}>{t('stats.clear')}</Button> : null}
    </form>
  );
}
