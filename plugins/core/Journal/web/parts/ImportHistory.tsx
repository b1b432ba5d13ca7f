import { api, Badge, Button, Card, ErrorState, IconButton, Skeleton, Table, useFormat, useT, type Column } from '@aiwendy/sdk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { journalKey, type Import, type Page } from '../journal';

/** Earlier imports, each a batch that can be taken back. */
export function ImportHistory({ onUndo, onDiscard, onOpen }: { onUndo: (id: string) => void; onDiscard: (id: string) => void; onOpen: (id: string) => void }) {
  const t = useT();
  const format = useFormat();
  const imports = useInfiniteQuery({
    queryKey: [journalKey, 'imports'],
    queryFn: ({ signal, pageParam }) => api.get<Page<Import>>('/api/journal/imports', { query: { limit: '20', cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const columns: Column<Import>[] = [
    {
      id: 'file',
      header: t('history.file'),
      cell: (made) => (
        <span className="block py-1">
          <button type="button" className="aw-link text-left [overflow-wrap:anywhere]" onClick={() => { onOpen(made.id); }}>{made.fileName}</button>
          <small className="block text-12 text-text-3 md:hidden">{format.dateTime(made.createdAt)}</small>
        </span>
      ),
    },
    { id: 'format', header: t('history.format'), hideOnPhone: true, cell: (made) => made.formatName },
    { id: 'at', header: t('history.at'), hideOnPhone: true, cell: (made) => format.dateTime(made.createdAt) },
    { id: 'executions', header: t('import.new'), align: 'right', hideOnPhone: true, cell: (made) => format.count(made.executions) },
    { id: 'state', header: t('history.state'), cell: (made) => <Badge tone={made.state === 'committed' ? 'ok' : 'neutral'}>{t(`state.${made.state}`)}</Badge> },
    { id: 'act', header: <span className="aw-vh">{t('history.act')}</span>, align: 'right', cell: (made) => <Act made={made} onUndo={onUndo} onDiscard={onDiscard} /> },
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

/** What was imported can be taken back, what was only looked at can be thrown away; on a phone the sign alone says so. */
function Act({ made, onUndo, onDiscard }: { made: Import; onUndo: (id: string) => void; onDiscard: (id: string) => void }) {
  const t = useT();
  const isImported = made.state === 'committed';
  const act = () => { (isImported ? onUndo : onDiscard)(made.id); };
  const name = isImported ? t('import.undo') : t('history.discard');
  return (
    <>
      <span className="max-md:hidden"><Button size="small" kind="quiet" icon={isImported ? 'undo' : 'trash'} onClick={act}>{name}</Button></span>
      <span className="md:hidden"><IconButton icon={isImported ? 'undo' : 'trash'} label={name} onClick={act} /></span>
    </>
  );
}
