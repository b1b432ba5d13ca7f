import { Badge, Card, EmptyState, ErrorState, Link, Money, Skeleton, Table, Undefined, useFormat, useLocation, useT, type Column } from '@aiwendy/sdk';
import type { Override } from '../../rules';
import { useOverrides } from './useRules';

/** Checks that were not followed, and what came of it. */
export function OverrideLog() {
  const t = useT();
  const format = useFormat();
  const { search } = useLocation();
  const overrides = useOverrides();
  const rows = overrides.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: Column<Override>[] = [
    { id: 'at', header: t('history.at'), cell: (row) => <span className="aw-num whitespace-nowrap">{format.dateTime(row.at)}</span> },
    { id: 'trade', header: t('trade.title'), cell: (row) => <span><b>{row.symbol}</b> <span className="text-text-2">{t(`side.${row.side}`)} {format.quantity(row.quantity)}</span></span> },
    { id: 'kind', header: t('rules.log.kind'), hideOnPhone: true, cell: (row) => <Badge tone={row.kind === 'ignored' ? 'warn' : 'neutral'} icon={row.kind === 'ignored' ? 'warning' : 'edit'}>{t(`rules.log.${row.kind}`)}</Badge> },
    { id: 'why', header: t('rules.log.why'), hideOnPhone: true, cell: (row) => <span className="block py-1.5">{row.reasons.map((reason) => reason.message).join(' ')}{row.note ? <span className="block text-text-2">“{row.note}”</span> : null}</span> },
    {
      id: 'trades',
      header: t('trades.title'),
      align: 'right',
      hideOnPhone: true,
      cell: (row) => (row.trades[0] ? <Link className="aw-link" to={`/trades/${row.trades[0]}${search}`}>{row.trades.length}</Link> : 0),
    },
    { id: 'cost', header: t('rules.log.result'), align: 'right', cell: (row) => (row.cost ? <Money value={-row.cost.amount} currency={row.cost.currency} /> : <Undefined reason={t('rules.log.noTrade')} />) },
  ];
  return (
    <Card flush title={t('rules.log.title')} meta={t('rules.log.lead')}>
      {overrides.isPending ? <Skeleton lines={3} /> : null}
      {overrides.isError ? <ErrorState problem={overrides.error} onRetry={() => void overrides.refetch()} /> : null}
      {overrides.isSuccess && rows.length === 0 ? <EmptyState icon="check">{t('rules.log.none')}</EmptyState> : null}
      {rows.length > 0 ? <Table label={t('rules.log.title')} columns={columns} rows={rows} rowKey={(row) => row.id} pageSize={20} hasMore={overrides.hasNextPage} isLoadingMore={overrides.isFetchingNextPage} onLoadMore={() => void overrides.fetchNextPage()} /> : null}
    </Card>
  );
}
