import { ButtonLink, Card, ErrorState, Grid, PageHead, Skeleton, Table, useGlobalBar, useLocation, useNavigate, useT, useFormat, Link, EmptyState, useContributions, WidgetSlot } from '@aiwendy/sdk';
import { StrongestCard } from '../parts/behaviour/StrongestCard';
import { CalendarCard } from '../parts/CalendarCard';
import { EquityCard } from '../parts/EquityCard';
import { FigureStrip } from '../parts/FigureStrip';
import { FilterBar } from '../parts/filter/FilterBar';
import { useIsNarrowed } from '../parts/filter/useTradeQuery';
import { NothingToShow } from '../parts/NothingToShow';
import { TodayRulesCard } from '../parts/rules/TodayRulesCard';
import { SampleNotice } from '../parts/SampleNotice';
import { useStatisticFigures } from '../parts/statistics/useAnalysis';
import { useTradeColumns } from '../parts/tradeColumns';
import { useTrades } from '../parts/useJournal';

/** What a trader came for: his figures, their course, the strongest finding, the month, the last trades, today's rules. */
export default function DashboardPage() {
  const t = useT();
  const format = useFormat();
  const { search } = useLocation();
  const [{ basis }] = useGlobalBar();
  const statistics = useStatisticFigures();
  const isNarrowed = useIsNarrowed();
  const hasWidgets = useContributions().widgets.some((widget) => widget.slot === 'dashboard');
  const trades = statistics.data?.figures['trades']?.value ?? 0;

  return (
    <>
      <PageHead
        title={t('dashboard.title')}
        actions={
          <>
            <ButtonLink icon="import" to={`/import${search}`}>{t('command.import')}</ButtonLink>
            <ButtonLink kind="primary" icon="chat" to={`/coach${search}`}>{t('dashboard.ask')}</ButtonLink>
          </>
        }
      >
        {format.date(new Date(), { weekday: true })}
        {statistics.data && trades > 0 && ` · ${t('dashboard.basis', { basis: t(`stats.basis_${basis}`), currency: statistics.data.currency ?? '' })}`}
      </PageHead>
      <SampleNotice />
      {statistics.isPending ? <Card flush><Skeleton lines={3} /></Card> : null}
      {statistics.isError ? <Card><ErrorState problem={statistics.error} onRetry={() => void statistics.refetch()} /></Card> : null}
      {trades > 0 || isNarrowed ? <FilterBar /> : null}
      {statistics.data && trades === 0 ? <NothingToShow statistics={statistics.data} /> : null}
      {statistics.data && trades > 0 ? (
        <Grid>
          <div data-span={12}><FigureStrip statistics={statistics.data} /></div>
          <EquityCard />
          <StrongestCard />
          <CalendarCard />
          <RecentTrades />
          <TodayRulesCard />
          <WidgetSlot name="dashboard" />
        </Grid>
      ) : null}
      {hasWidgets && statistics.data && trades === 0 ? <Grid><WidgetSlot name="dashboard" /></Grid> : null}
    </>
  );
}

function RecentTrades() {
  const t = useT();
  const { search } = useLocation();
  const navigate = useNavigate();
  const columns = useTradeColumns(true);
  const trades = useTrades({ limit: 8 });
  const rows = trades.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card span={4} flush title={t('dashboard.recent')} action={<Link className="aw-link" to={`/trades${search}`}>{t('dashboard.all')}</Link>}>
      {trades.isPending ? <Skeleton lines={6} /> : null}
      {trades.isError ? <ErrorState problem={trades.error} onRetry={() => void trades.refetch()} /> : null}
      {trades.isSuccess && rows.length === 0 ? <EmptyState>{t('trades.none')}</EmptyState> : null}
      {rows.length > 0 ? <Table label={t('dashboard.recent')} columns={columns} rows={rows} rowKey={(row) => row.id} onOpen={(row) => { void navigate(`/trades/${row.id}${search}`); }} /> : null}
    </Card>
  );
}
