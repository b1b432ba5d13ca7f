import { api, Badge, Button, Card, ErrorState, Skeleton, Table, useFormat, useT, type Column } from '@aiwendy/sdk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { journalKey, type Import, type Page } from '../journal';

/** Earlier imports, each a batch that can be taken back. */
export function ImportHistory({ onUndo, onOpen }: { onUndo: (id: string) => void; onOpen: (id: string) => void }) {
  const t = useT();
  const format = useFormat();
  const imports = useInfiniteQuery({
    queryKey: [journalKey, 'imports'],
    queryFn: ({ signal, pageParam }) => api.get<Page<Import>>('/api/journal/imports', { query: { limit: '20', cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const columns: Column<Import>[] = [
    { id: 'file', header: t('history.file'), cell: (made) => <button type="button" className="aw-link text-left" onClick={() => { onOpen(made.id); }}>{made.fileName}</button> },
    { id: 'format', header: t('history.format'), hideOnPhone: true, cell: (made) => made.formatName },
    { id: 'at', header: t('history.at'), cell: (made) => format.dateTime(made.createdAt) },
    { id: 'executions', header: t('import.new'), align: 'right', hideOnPhone: true, cell: (made) => format.count(made.executions) },
    { id: 'state', header: t('history.state'), cell: (made) => <Badge tone={made.state === 'committed' ? 'ok' : 'neutral'}>{t(`state.${made.state}`)}</Badge> },
    { id: 'undo', header: <span className="aw-vh">{t('import.undo')}</span>, align: 'right', cell: (made) => (made.state === 'committed' ? <Button size="small" kind="quiet" icon="undo" onClick={() => { onUndo(made.id); }}>{t('import.undo')}</Button> : null) },
  ];
  const rows = imports.data?.pages.flatMap((page) => page.items) ?? [];
  if (imports.isSuccess && rows.length === 0) {
    return null;
  }
  return (
    <Card className="mt-3" flush title={t('history.title')}>
      {imports.isPending ? <Skeleton lines={3} /> : null}
      {imports.isError ? <ErrorState problem={imports.error} onRetry={() => void imports.refetch()} /> : null}
      {rows.length > 0 ? <Table label={t('history.title')} columns={columns} rows={rows} rowKey={(made) => made.id} pageSize={20} hasMore={imports.hasNextPage} isLoadingMore={imports.isFetchingNextPage} onLoadMore={() => void imports.fetchNextPage()} /> : null}
    </Card>
  );
}
