import { Badge, Card, ErrorState, Icon, PageHead, Segmented, Select, Skeleton, useFormat, useLocation, useNavigate, useSearchParams, useT, Input, ButtonLink, type Column, type Sort } from '@aiwendy/sdk';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Trade } from '../journal';
import type { MarkedTrade } from '../model';
import { BulkBar } from '../parts/model/BulkBar';
import { ExportMenu } from '../parts/model/ExportMenu';
import { SavedViews } from '../parts/model/SavedViews';
import { usePlaybooks, useTags } from '../parts/model/useModel';
import { VirtualTable } from '../parts/model/VirtualTable';
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
  const tag = search.get('tag') ?? '';
  const setup = search.get('setup') ?? '';
  const tags = useTags();
  const playbooks = usePlaybooks();
  const asked = useDeferredValue(symbol.trim().toUpperCase());
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const trades = useTrades({ limit: 200, order, ...(outcome ? { outcome } : {}), ...(side ? { side } : {}), ...(asked ? { symbol: asked } : {}), ...(tag ? { tag } : {}), ...(setup ? { setup } : {}) });
  const columns = [...useTradeColumns().map((column) => ({ ...column, sortable: sortable.has(column.id) })), marksColumn(t('annotate.tags'), t('annotate.hasNote'))];
  const rows = useMemo(() => trades.data?.pages.flatMap((page) => page.items) ?? [], [trades.data]);
  const isNarrowed = Boolean(outcome || side || asked || tag || setup);

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
      <PageHead title={t('trades.title')} actions={<><ExportMenu /><ButtonLink icon="import" to={`/import${location.search}`}>{t('command.import')}</ButtonLink></>}>
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
        {(tags.data ?? []).length > 0 || tag ? (
          <Select
            aria-label={t('annotate.tags')}
            value={tag}
            onChange={(value) => { set('tag', value); }}
            options={[{ value: '', label: t('trades.anyTag') }, ...[...new Set([...(tag ? [tag] : []), ...(tags.data ?? []).map((one) => one.name)])].map((one) => ({ value: one, label: one }))]}
          />
        ) : null}
        {(playbooks.data ?? []).length > 0 ? (
          <Select aria-label={t('annotate.playbook')} value={setup} onChange={(value) => { set('setup', value); }} options={[{ value: '', label: t('trades.anyPlaybook') }, ...(playbooks.data ?? []).map((one) => ({ value: one.id, label: one.name }))]} />
        ) : null}
        <SavedViews query={viewQuery(search)} onOpen={(query) => { setSearch(openView(search, query), { replace: true }); }} />
        <Input className="max-w-40" type="search" aria-label={t('trade.instrument')} placeholder={t('trade.instrument')} value={symbol} onChange={(event) => { set('symbol', event.target.value); }} />
      </div>
      {trades.isPending ? <Card flush><Skeleton lines={10} /></Card> : null}
      {trades.isError ? <Card><ErrorState problem={trades.error} onRetry={() => void trades.refetch()} /></Card> : null}
      {trades.isSuccess && rows.length === 0 && isNarrowed ? <Card><p className="p-4 text-text-2">{t('trades.noneMatches')}</p></Card> : null}
      {trades.isSuccess && rows.length === 0 && !isNarrowed ? <NoTrades /> : null}
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

const filters = ['order', 'outcome', 'side', 'symbol', 'tag', 'setup'] as const;

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
