import { Badge, Card, ErrorState, Grid, Icon, Notice, Skeleton, useFormat, useT, type IconName } from '@aiwendy/sdk';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Import } from '../journal';
import { ImportRows } from './ImportRows';
import { StatementCard } from './imports/StatementCard';

/** What a file holds: how it was read, a verdict for every row, totals to compare with the broker's, and what to know before it counts. */
export function ImportPreview({ query, actions, options, problem }: { query: UseQueryResult<Import>; actions: (made: Import) => ReactNode; options?: (made: Import) => ReactNode; problem: unknown }) {
  const t = useT();
  const format = useFormat();
  if (query.isPending) {
    return <Card flush className="mt-3"><Skeleton lines={6} /></Card>;
  }
  if (query.isError) {
    return <Card className="mt-3"><ErrorState problem={query.error} onRetry={() => void query.refetch()} /></Card>;
  }
  const made = query.data;
  return (
    <div className="mt-3 grid gap-3">
      <Card>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <span className="grid size-10 shrink-0 place-items-center rounded-md bg-sunken text-text-2"><Icon name="file" size={18} /></span>
          <div className="min-w-0 flex-1 basis-60">
            <p className="flex flex-wrap items-center gap-2"><b className="[overflow-wrap:anywhere]">{made.fileName}</b><Badge>{made.formatName}</Badge></p>
            <p className="mt-0.5 text-12 text-text-2">
              {[made.encoding ? t('import.readAs', { encoding: made.encoding.toUpperCase(), zone: made.timeZone.replaceAll('_', ' ') }) : t('import.readIn', { zone: made.timeZone.replaceAll('_', ' ') }), t('import.closedTrades', { count: made.closedTrades, number: format.count(made.closedTrades) }), t('import.symbols', { count: made.symbols.length })].join(' · ')}
            </p>
          </div>
          <div className="flex flex-wrap gap-2">{actions(made)}</div>
        </div>
        {problem ? <ErrorState problem={problem} /> : null}
      </Card>
      {made.state === 'undone' ? <Notice>{t('import.wasUndone')}</Notice> : null}
      <Grid className="items-start">
        <div data-span={8} className="grid gap-3 max-lg:order-2">
          <Card flush title={t('import.rows')} meta={t('import.rowCount', { count: made.rows, number: format.count(made.rows) })}><ImportRows made={made} /></Card>
        </div>
        <div data-span={4} className="grid gap-3 max-lg:order-1">
          <StatementCard key={made.id} made={made} />
          <Remarks made={made} />
          {options?.(made)}
        </div>
      </Grid>
    </div>
  );
}

function Remarks({ made }: { made: Import }) {
  const t = useT();
  const remarks: { key: string; icon: IconName; tone: string; title: string; text?: string }[] = [
    ...(made.errorCount > 0 ? [{ key: 'errors', icon: 'error' as const, tone: 'text-danger', title: t('import.needYou', { count: made.errorCount }), text: made.errors[0] ? t('import.firstError', { row: made.errors[0].row, message: made.errors[0].message }) : undefined }] : []),
    ...made.warnings.map((warning) => ({ key: warning.code + warning.message, icon: 'warning' as const, tone: 'text-warn', title: warning.message })),
    ...(made.duplicates > 0 && made.state === 'preview' ? [{ key: 'duplicates', icon: 'copy' as const, tone: 'text-text-2', title: t('import.alreadyHere', { count: made.duplicates }), text: t('import.notesStay') }] : []),
    ...(made.skippedCount > 0 ? [{ key: 'skipped', icon: 'skip' as const, tone: 'text-text-2', title: t('import.skippedRows', { count: made.skippedCount }), text: t('import.skippedWhy') }] : []),
  ];
  const shown = remarks.length > 0 ? remarks : [{ key: 'fine', icon: 'check' as const, tone: 'text-ok', title: t('import.allFine') }];
  return (
    <Card title={t(made.state === 'preview' ? 'import.before' : 'import.remarks')}>
      <ul className="divide-y divide-line">
        {shown.map((remark) => (
          <li key={remark.key} className="flex items-start gap-3 py-2 first:pt-0 last:pb-0">
            <Icon name={remark.icon} className={`mt-0.5 shrink-0 ${remark.tone}`} />
            <span className="min-w-0 [overflow-wrap:anywhere]"><span className="block font-medium">{remark.title}</span>{remark.text ? <span className="block text-12 text-text-2">{remark.text}</span> : null}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
