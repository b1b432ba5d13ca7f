import { Badge, Card, ErrorState, Grid, Kpi, KpiRow, Money, Notice, Skeleton, useFormat, useT } from '@aiwendy/sdk';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Import } from '../journal';
import { ImportRows } from './ImportRows';

/** What a file holds: totals to compare with the broker's, warnings, and a verdict for every row. */
export function ImportPreview({ query, actions, options, problem }: { query: UseQueryResult<Import>; actions: (made: Import) => ReactNode; options?: (made: Import) => ReactNode; problem: unknown }) {
  const t = useT();
  if (query.isPending) {
    return <Card flush className="mt-3"><Skeleton lines={6} /></Card>;
  }
  if (query.isError) {
    return <Card className="mt-3"><ErrorState problem={query.error} onRetry={() => void query.refetch()} /></Card>;
  }
  const made = query.data;
  return (
    <div className="mt-3 grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <b>{made.fileName}</b>
        <Badge>{made.formatName}</Badge>
        <span className="text-text-2">{t('import.readAs', { encoding: made.encoding, zone: made.timeZone.replaceAll('_', ' ') })}</span>
        <span className="ml-auto flex flex-wrap gap-2">{actions(made)}</span>
      </div>
      {problem ? <ErrorState problem={problem} /> : null}
      {made.state === 'undone' ? <Notice>{t('import.wasUndone')}</Notice> : null}
      <Totals made={made} />
      <Warnings made={made} />
      {options?.(made)}
      <Card flush title={t('import.rows')} meta={t('import.rowCount', { count: made.rows })}><ImportRows made={made} /></Card>
    </div>
  );
}

function Totals({ made }: { made: Import }) {
  const t = useT();
  const format = useFormat();
  return (
    <KpiRow label={t('import.totals')}>
      <Kpi label={t('import.new')} value={format.count(made.executions)} context={t('import.ofRows', { duplicates: made.duplicates, skipped: made.skippedCount, errors: made.errorCount })} />
      <Kpi label={t('import.closed')} value={format.count(made.closedTrades)} context={t('import.symbols', { count: made.symbols.length })} />
      <Kpi label={t('import.gross')} value={<Money value={made.gross} currency={made.currency} />} context={made.totals.length > 1 ? t('import.otherCurrencies', { count: made.totals.length - 1 }) : made.currency} />
      <Kpi label={t('import.fees')} value={format.money(made.fees, made.currency)} context={t('import.wholeFile')} />
      <Kpi label={t('import.net')} value={<Money value={made.net} currency={made.currency} />} context={t('import.compare')} />
      <Kpi label={t('import.open')} value={format.count(made.openPositions.length)} context={made.openPositions.slice(0, 3).map((position) => `${position.symbol} ${format.quantity(position.quantity)}`).join(', ') || t('import.allClosed')} />
    </KpiRow>
  );
}

function Warnings({ made }: { made: Import }) {
  const t = useT();
  if (made.warnings.length === 0 && made.errorCount === 0) {
    return null;
  }
  return (
    <Grid>
      <div data-span={12} className="grid gap-2">
        {made.warnings.map((warning) => <Notice key={warning.code + warning.message} tone="warn">{warning.message}</Notice>)}
        {made.errorCount > 0 ? <Notice tone="warn" title={t('import.needYou', { count: made.errorCount })}>{made.errors[0] ? t('import.firstError', { row: made.errors[0].row, message: made.errors[0].message }) : null}</Notice> : null}
      </div>
    </Grid>
  );
}
