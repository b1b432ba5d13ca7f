import { Badge, Card, ErrorState, Icon, Input, PageHead, Segmented, Skeleton, useFormat, useLocation, useNavigate, useSearchParams, useT, ButtonLink, type Column, type Sort } from '@aiwendy/sdk';
import { useEffect, useMemo, useRef, useState } from 'react';
import { filterNames, withFilter } from '../filter';
import type { Trade } from '../journal';
import type { MarkedTrade } from '../model';
import { FilterBar } from '../parts/filter/FilterBar';
import { NoneMatches } from '../parts/filter/NoneMatches';
import { useSymbolOf } from '../parts/filter/useSymbolOf';
import { useIsNarrowed } from '../parts/filter/useTradeQuery';
import { BulkBar } from '../parts/model/BulkBar';
import { ExportMenu } from '../parts/model/ExportMenu';
import { SavedViews } from '../parts/model/SavedViews';
import { VirtualTable } from '../parts/model/VirtualTable';
import { NoTrades } from '../parts/NoTrades';
import { SampleNotice } from '../parts/SampleNotice';
import { useTradeColumns } from '../parts/tradeColumns';
import { useTrades, type TradeOrder } from '../parts/useJournal';
import { useTradeResult } from '../parts/useTradeResult';

const orders: Record<string, { column: string; direction: Sort['direction'] }> = {
  recent: { column: 'opened', direction: 'descending' },
  oldest: { column: 'opened', direction: 'ascending' },
  best: { column: 'net', direction: 'descending' },
  worst: { column: 'net', direction: 'ascending' },
};

/** Every closed trade, filtered by the bar and by what is asked here; the address keeps all of it. */
export default function TradesPage() {
  const t = useT();
  const format = useFormat();
  const navigate = useNavigate();
  const location = useLocation();
  const [search, setSearch] = useSearchParams();
  const order = (search.get('order') ?? 'recent') as TradeOrder;
  const outcome = search.get('outcome') ?? '';
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const trades = useTrades({ limit: 200, order });
  const { isMoney } = useTradeResult();
  // Lists are ordered by net money; a column that shows something else offers no order that it does not have.
  const isSortable = (id: string) => id === 'opened' || (id === 'net' && isMoney);
  const columns = [...useTradeColumns().map((column) => ({ ...column, sortable: isSortable(column.id) })), marksColumn(t('annotate.tags'), t('annotate.hasNote'))];
  const rows = useMemo(() => trades.data?.pages.flatMap((page) => page.items) ?? [], [trades.data]);
  const isNarrowed = useIsNarrowed();

  const sortBy = (sort: Sort) => {
    const found = Object.entries(orders).find(([, one]) => one.column === sort.column && one.direction === sort.direction);
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.set('order', found?.[0] ?? 'recent');
      return next;
    }, { replace: true });
  };

  return (
    <>
      <PageHead title={t('trades.title')} actions={<><ExportMenu /><ButtonLink icon="import" to={`/import${location.search}`}>{t('command.import')}</ButtonLink></>}>
        {t('trades.zone', { zone: format.zone.replaceAll('_', ' ') })}
      </PageHead>
      <SampleNotice />
      <FilterBar quick={['outcome', 'symbol']}>
        <Segmented
          label={t('trades.outcome')}
          value={outcome}
          onChange={(value) => { setSearch((before) => withFilter(before, { outcome: value }), { replace: true }); }}
          options={[{ value: '', label: t('trades.any') }, { value: 'win', label: t('outcome.win') }, { value: 'loss', label: t('outcome.loss') }, { value: 'breakeven', label: t('outcome.breakeven') }]}
        />
        <SymbolSearch />
        <SavedViews query={viewQuery(search)} onOpen={(query) => { setSearch(openView(search, query), { replace: true }); }} />
      </FilterBar>
      {trades.isPending ? <Card flush><Skeleton lines={10} /></Card> : null}
      {trades.isError ? <Card><ErrorState problem={trades.error} onRetry={() => void trades.refetch()} /></Card> : null}
      {trades.isSuccess && rows.length === 0 ? (isNarrowed ? <NoneMatches /> : <NoTrades />) : null}
      {rows.length > 0 ? (
        <Card flush>
          {selected.size > 0 ? <BulkBar ids={[...selected]} onClear={() => { setSelected(new Set()); }} /> : null}
          <VirtualTable
            label={t('trades.title')}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            sort={orders[order]}
            onSort={sortBy}
            onOpen={(row) => { void navigate(`/trades/${row.id}${location.search}`); }}
            selected={selected}
            onSelect={setSelected}
            hasMore={trades.hasNextPage}
            isLoadingMore={trades.isFetchingNextPage}
            onLoadMore={() => void trades.fetchNextPage()}
          />
        </Card>
      ) : null}
    </>
  );
}

const pause = 250;

/** Asks for an instrument while one types; the address follows when typing pauses. */
function SymbolSearch() {
  const t = useT();
  const symbolOf = useSymbolOf();
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<number>(undefined);
  useEffect(() => () => { window.clearTimeout(timer.current); }, []);
  const ask = (text: string) => { setSearch((before) => withFilter(before, { symbol: symbolOf(text) }), { replace: true }); };
  return (
    <Input
      className="max-w-40"
      type="search"
      aria-label={t('trade.instrument')}
      placeholder={t('trade.instrument')}
      value={typed ?? search.get('symbol') ?? ''}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        window.clearTimeout(timer.current);
        timer.current = window.setTimeout(() => { ask(text); }, pause);
      }}
      onBlur={() => {
        window.clearTimeout(timer.current);
        if (typed !== null) {
          ask(typed);
          setTyped(null);
        }
      }}
    />
  );
}

const filters = ['order', ...filterNames] as const;

/** The page's own filters, without the global bar, as a saved view keeps them. */
function viewQuery(search: URLSearchParams): string {
  return new URLSearchParams(filters.flatMap((name): [string, string][] => (search.get(name) ? [[name, search.get(name) ?? '']] : []))).toString();
}

function openView(search: URLSearchParams, query: string): URLSearchParams {
  const next = new URLSearchParams(search);
  const view = new URLSearchParams(query);
  for (const name of filters) {
    next.delete(name);
    const value = view.get(name);
    if (value) {
      next.set(name, value);
    }
  }
  return next;
}

/** Tags, and whether something is written. */
function marksColumn(header: string, hasNote: string): Column<Trade> & { sortable: boolean } {
  return {
    id: 'marks',
    header,
    hideOnPhone: true,
    sortable: false,
    cell: (trade) => {
      const { tags, hasNote: isNoted } = trade as MarkedTrade;
      return (
        <span className="flex items-center gap-1 overflow-hidden">
          {isNoted ? <span title={hasNote} className="text-text-3"><Icon name="edit" size={13} /><span className="aw-vh">{hasNote}</span></span> : null}
          {tags.map((tag) => <Badge key={tag}>{tag}</Badge>)}
        </span>
      );
    },
  };
}
