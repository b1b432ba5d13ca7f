import { Card, ErrorState, PageHead, Segmented, Select, Skeleton, Table, useFormat, useLocation, useNavigate, useSearchParams, useT, Input, ButtonLink, type Sort } from '@aiwendy/sdk';
import { useDeferredValue } from 'react';
import { NoTrades } from '../parts/NoTrades';
import { SampleNotice } from '../parts/SampleNotice';
import { useTradeColumns } from '../parts/tradeColumns';
import { useTrades, type TradeOrder } from '../parts/useJournal';

const orders: Record<string, { column: string; direction: Sort['direction'] }> = {
  recent: { column: 'opened', direction: 'descending' },
  oldest: { column: 'opened', direction: 'ascending' },
  best: { column: 'net', direction: 'descending' },
  worst: { column: 'net', direction: 'ascending' },
};

const sortable = new Set(['opened', 'net']);

/** Every closed trade, filtered by the bar and by what is asked here; the address keeps all of it. */
export default function TradesPage() {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const location = useLocation();
  const [search, setSearch] = useSearchParams();
  const order = (search.get('order') ?? 'recent') as TradeOrder;
  const outcome = search.get('outcome') ?? '';
  const side = search.get('side') ?? '';
  const symbol = search.get('symbol') ?? '';
  const asked = useDeferredValue(symbol.trim().toUpperCase());
  const trades = useTrades({ order, ...(outcome ? { outcome } : {}), ...(side ? { side } : {}), ...(asked ? { symbol: asked } : {}) });
  const columns = useTradeColumns().map((column) => ({ ...column, sortable: sortable.has(column.id) }));
  const rows = trades.data?.pages.flatMap((page) => page.items) ?? [];
  const isNarrowed = Boolean(outcome || side || asked);

  const set = (name: string, value: string) => {
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value) {
        next.set(name, value);
      } else {
        next.delete(name);
      }
      return next;
    }, { replace: true });
  };
  const sortBy = (sort: Sort) => {
    const found = Object.entries(orders).find(([, one]) => one.column === sort.column && one.direction === sort.direction);
    set('order', found?.[0] ?? 'recent');
  };

  return (
    <>
      <PageHead title={t('trades.title')} actions={<ButtonLink icon="import" to={`/import${location.search}`}>{t('command.import')}</ButtonLink>}>
        {t('trades.zone', { zone: format.zone })}
      </PageHead>
      <SampleNotice />
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Segmented
          label={t('trades.outcome')}
          value={outcome}
          onChange={(value) => { set('outcome', value); }}
          options={[{ value: '', label: t('trades.any') }, { value: 'win', label: t('outcome.win') }, { value: 'loss', label: t('outcome.loss') }, { value: 'breakeven', label: t('outcome.breakeven') }]}
        />
        <Select
          aria-label={t('trade.side')}
          value={side}
          onChange={(value) => { set('side', value); }}
          options={[{ value: '', label: t('trades.bothSides') }, { value: 'long', label: t('side.long') }, { value: 'short', label: t('side.short') }]}
        />
        <Input className="max-w-40" type="search" aria-label={t('trade.instrument')} placeholder={t('trade.instrument')} value={symbol} onChange={(event) => { set('symbol', event.target.value); }} />
      </div>
      {trades.isPending ? <Card flush><Skeleton lines={10} /></Card> : null}
      {trades.isError ? <Card><ErrorState problem={trades.error} onRetry={() => void trades.refetch()} /></Card> : null}
      {trades.isSuccess && rows.length === 0 && isNarrowed ? <Card><p className="p-4 text-text-2">{t('trades.noneMatches')}</p></Card> : null}
      {trades.isSuccess && rows.length === 0 && !isNarrowed ? <NoTrades /> : null}
      {rows.length > 0 ? (
        <Card flush>
          <Table
            label={t('trades.title')}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            sort={orders[order]}
            onSort={sortBy}
            onOpen={(row) => { void navigate(`/trades/${row.id}${location.search}`); }}
            hasMore={trades.hasNextPage}
            isLoadingMore={trades.isFetchingNextPage}
            onLoadMore={() => void trades.fetchNextPage()}
          />
        </Card>
      ) : null}
    </>
  );
}
