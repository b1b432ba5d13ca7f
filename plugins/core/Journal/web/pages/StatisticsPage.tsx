import { Card, ErrorState, PageHead, Skeleton, Tabs, useGlobalBar, useSearchParams, useT } from '@aiwendy/sdk';
import { FilterBar } from '../parts/filter/FilterBar';
import { useIsNarrowed } from '../parts/filter/useTradeQuery';
import { NothingToShow } from '../parts/NothingToShow';
import { SampleNotice } from '../parts/SampleNotice';
import { BreakdownCard } from '../parts/statistics/BreakdownCard';
import { CompareCard } from '../parts/statistics/CompareCard';
import { FigureGroups } from '../parts/statistics/FigureGroups';
import { MonteCarloCard } from '../parts/statistics/MonteCarloCard';
import { PropRulesPanel } from '../parts/statistics/PropRulesPanel';
import { useStatisticFigures } from '../parts/statistics/useAnalysis';

const views = ['figures', 'breakdown', 'compare', 'simulation', 'programmes'] as const;
type View = (typeof views)[number];

/** Every statistic of the trades that the bar and the page's filter let through. */
export default function StatisticsPage() {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const [{ basis }] = useGlobalBar();
  const view: View = views.find((one) => one === search.get('show')) ?? 'figures';
  const statistics = useStatisticFigures();
  const trades = statistics.data?.figures['trades']?.value ?? 0;
  const isNarrowed = useIsNarrowed();

  return (
    <>
      <PageHead title={t('stats.title')}>
        {statistics.data && trades > 0 ? t('stats.lead', { count: trades, basis: t(`stats.basis_${basis}`), currency: statistics.data.currency ?? '' }) : t('stats.leadEmpty')}
      </PageHead>
      <SampleNotice />
      {trades > 0 || isNarrowed ? <FilterBar /> : null}
      {statistics.isPending ? <Card flush><Skeleton lines={12} /></Card> : null}
      {statistics.isError ? <Card><ErrorState problem={statistics.error} onRetry={() => void statistics.refetch()} /></Card> : null}
      {statistics.data && trades === 0 ? <NothingToShow statistics={statistics.data} /> : null}
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
            {view === 'compare' ? <CompareCard /> : null}
            {view === 'simulation' ? <MonteCarloCard trades={trades} /> : null}
            {view === 'programmes' ? <PropRulesPanel /> : null}
          </div>
        </Tabs>
      ) : null}
    </>
  );
}
