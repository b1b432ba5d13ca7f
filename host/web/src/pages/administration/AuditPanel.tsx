import { Badge, Button, Card, EmptyState, ErrorState, Icon, Skeleton, Table, useFormat, useT, type Column, type IconName, type Tone } from '@aiwendy/sdk';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { administration, exportAddress, keys, type AuditEntry, type AuditFilter } from './api';
import { AuditDrawer } from './AuditDrawer';
import { AuditFilters } from './AuditFilters';
import { ChainCard } from './ChainCard';
import { usePersonName, useSubjectName } from './people';
import { addAdministrationTexts, administrationTexts } from './texts';
import { useActionName } from './useActionName';
import './administration.css';

addAdministrationTexts();

const everything: AuditFilter = { user: '', action: '', outcome: '', from: '', to: '' };
const looks: Record<AuditEntry['outcome'], { tone: Tone; icon: IconName }> = {
  success: { tone: 'ok', icon: 'check' },
  refused: { tone: 'warn', icon: 'warning' },
  failed: { tone: 'danger', icon: 'error' },
};

/** Who did what: filtered, opened one by one, exported, and checked for gaps. */
export default function AuditPanel() {
  const t = useT(administrationTexts);
  const choices = useQuery({ queryKey: [...keys.audit, 'choices'], queryFn: ({ signal }) => administration.choices(signal) });
  const subjectOf = useSubjectName(choices.data?.people ?? []);
  const columns = useColumns(subjectOf);
  const [filter, setFilter] = useState(everything);
  const [open, setOpen] = useState<AuditEntry | null>(null);
  const close = useCallback(() => {
    setOpen(null);
  }, []);
  const entries = useInfiniteQuery({
    queryKey: [...keys.audit, filter],
    queryFn: ({ pageParam, signal }) => administration.audit(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const rows = entries.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = Object.values(filter).some((value) => value !== '');
  return (
    <div className="in-audit grid gap-3">
      <ChainCard />
      <Card
        flush
        title={t('audit.title')}
        meta={t('audit.meta')}
        action={
          <a className="aw-btn" data-size="small" href={exportAddress(filter)} download="audit.csv">
            <Icon name="download" />
            {t('audit.export')}
          </a>
        }
      >
        <AuditFilters choices={choices.data} filter={filter} onChange={setFilter} onClear={isFiltered ? () => { setFilter(everything); } : undefined} />
        {entries.isPending && (
          <div className="aw-card-body">
            <Skeleton lines={6} />
          </div>
        )}
        {entries.isError && <ErrorState problem={entries.error} onRetry={() => void entries.refetch()} />}
        {entries.isSuccess && rows.length === 0 && (
          <EmptyState
            icon="report"
            actions={
              isFiltered && (
                <Button
                  onClick={() => {
                    setFilter(everything);
                  }}
                >
                  {t('audit.clear')}
                </Button>
              )
            }
          >
            {t(isFiltered ? 'audit.none' : 'audit.empty')}
          </EmptyState>
        )}
        {rows.length > 0 && (
          <Table
            label={t('audit.table')}
            columns={columns(setOpen)}
            rows={rows}
            rowKey={(entry) => entry.id}
            onOpen={setOpen}
            isMarked={(entry) => entry.id === open?.id}
            hasMore={entries.hasNextPage}
            isLoadingMore={entries.isFetchingNextPage}
            onLoadMore={() => void entries.fetchNextPage()}
          />
        )}
      </Card>
      <AuditDrawer
        entry={open}
        subject={open ? subjectOf(open) : ''}
        onClose={close}
        onFilter={(change) => {
          setFilter({ ...everything, ...change });
          close();
        }}
      />
    </div>
  );
}

function useColumns(subjectOf: (entry: AuditEntry) => string): (open: (entry: AuditEntry) => void) => readonly Column<AuditEntry>[] {
  const t = useT(administrationTexts);
  const format = useFormat();
  const nameOf = usePersonName();
  const actionName = useActionName();
  return (open) => [
    {
      id: 'what',
      header: t('audit.what'),
      cell: (entry) => (
        <button
          type="button"
          className="in-what"
          onClick={() => {
            open(entry);
          }}
        >
          <b>{actionName(entry.action)}</b>{' '}
          <small>{subjectOf(entry)}</small>
        </button>
      ),
    },
    { id: 'who', header: t('audit.who'), cell: (entry) => <span className="break-words">{nameOf(entry)}</span>, hideOnPhone: true },
    { id: 'when', header: t('audit.when'), cell: (entry) => <time dateTime={entry.at}>{format.dateTime(entry.at)}</time> },
    {
      id: 'outcome',
      header: t('audit.outcome'),
      cell: (entry) => (
        <Badge tone={looks[entry.outcome].tone} icon={looks[entry.outcome].icon}>
          {t(`audit.outcomes.${entry.outcome}`)}
        </Badge>
      ),
    },
  ];
}
