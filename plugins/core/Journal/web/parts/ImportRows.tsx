import { api, Badge, EmptyState, ErrorState, Skeleton, Table, Tabs, useFormat, useT, type Column, type IconName, type Tone } from '@aiwendy/sdk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { journalKey, type Import, type ImportRow, type Page } from '../journal';

const looks: Record<ImportRow['verdict'], { tone: Tone; icon: IconName }> = {
  new: { tone: 'ok', icon: 'plus' },
  duplicate: { tone: 'neutral', icon: 'copy' },
  skipped: { tone: 'neutral', icon: 'skip' },
  error: { tone: 'danger', icon: 'error' },
};

/** Every row of a file with its verdict and, where it is not taken, the reason. */
export function ImportRows({ made }: { made: Import }) {
  const t = useT();
  const format = useFormat();
  const [verdict, setVerdict] = useState('');
  const rows = useInfiniteQuery({
    queryKey: [journalKey, 'import', made.id, 'rows', verdict],
    queryFn: ({ signal, pageParam }) => api.get<Page<ImportRow>>(`/api/journal/imports/${made.id}/rows`, { query: { limit: '50', cursor: pageParam, verdict: verdict || undefined }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const columns: Column<ImportRow>[] = [
    { id: 'verdict', header: t('import.verdict'), cell: (row) => <Badge tone={looks[row.verdict].tone} icon={looks[row.verdict].icon}>{t(`verdict.${row.verdict}`)}</Badge> },
    { id: 'row', header: t('import.row'), align: 'right', hideOnPhone: true, cell: (row) => row.row },
    { id: 'at', header: t('fill.at'), hideOnPhone: true, cell: (row) => (row.executedAt ? format.dateTime(row.executedAt, { year: true, seconds: true }) : '') },
    { id: 'what', header: t('import.what'), cell: (row) => (row.symbol ? <span><b>{row.symbol}</b> {row.side ? t(`fill.${row.side}`) : ''} {row.quantity === null ? '' : format.quantity(row.quantity)}</span> : <span className="text-text-2">{row.message}</span>) },
    { id: 'price', header: t('fill.price'), align: 'right', cell: (row) => (row.price === null ? '' : format.price(row.price)) },
    { id: 'fee', header: t('trade.fees'), align: 'right', hideOnPhone: true, cell: (row) => (row.fee === null ? '' : format.money(row.fee, row.currency ?? made.currency)) },
    { id: 'note', header: t('import.note'), hideOnPhone: true, cell: (row) => <span className="text-text-2">{row.symbol ? [row.column, row.message].filter(Boolean).join(': ') : ''}</span> },
  ];
  const list = rows.data?.pages.flatMap((page) => page.items) ?? [];
  const verdicts = [
    { value: '', label: t('trades.any'), count: undefined },
    { value: 'new', label: t('verdict.new'), count: made.executions },
    { value: 'duplicate', label: t('verdict.duplicate'), count: made.duplicates },
    { value: 'skipped', label: t('verdict.skipped'), count: made.skippedCount },
    { value: 'error', label: t('verdict.error'), count: made.errorCount },
  ].filter((one) => one.value === '' || one.value === verdict || (one.count ?? 0) > 0);
  return (
    <div className="[&>.aw-tabs]:px-3 [&>.aw-tabs]:pb-1">
      <Tabs label={t('import.verdict')} value={verdict} items={verdicts} onChange={setVerdict}>
        {rows.isPending ? <Skeleton lines={6} /> : null}
        {rows.isError ? <ErrorState problem={rows.error} onRetry={() => void rows.refetch()} /> : null}
        {rows.isSuccess && list.length === 0 ? <EmptyState>{t('import.noRows')}</EmptyState> : null}
        {list.length > 0 ? <Table label={t('import.rows')} columns={columns} rows={list} rowKey={(row) => `${row.row}-${row.verdict}-${row.executedAt ?? ''}`} hasMore={rows.hasNextPage} isLoadingMore={rows.isFetchingNextPage} onLoadMore={() => void rows.fetchNextPage()} /> : null}
      </Tabs>
    </div>
  );
}
