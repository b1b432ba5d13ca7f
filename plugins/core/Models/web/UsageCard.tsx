import { Card, ErrorState, Skeleton, Table, useFormat, useT, type Column } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { calls, keys, type UsageLine } from './api';

/** What the person's calls used in the last thirty days. */
export function UsageCard() {
  const t = useT();
  const format = useFormat();
  const usage = useQuery({ queryKey: keys.usage, queryFn: ({ signal }) => calls.usage(signal) });
  const columns: Column<UsageLine>[] = [
    { id: 'name', header: t('usage.connection'), cell: (line) => line.name ?? t('usage.gone') },
    { id: 'model', hideOnPhone: true, header: t('usage.model'), cell: (line) => line.model },
    { id: 'calls', header: t('usage.calls'), align: 'right', cell: (line) => format.count(line.calls) },
    { id: 'failed', header: t('usage.failed'), align: 'right', hideOnPhone: true, cell: (line) => format.count(line.failed) },
    { id: 'input', header: t('usage.input'), align: 'right', cell: (line) => format.count(line.inputTokens) },
    { id: 'output', header: t('usage.output'), align: 'right', cell: (line) => format.count(line.outputTokens) },
  ];
  const hasUse = (usage.data?.items.length ?? 0) > 0;
  return (
    <Card title={t('usage.title')} meta={t('usage.help')} flush={hasUse}>
      {usage.isPending && <Skeleton lines={2} />}
      {usage.isError && <ErrorState problem={usage.error} onRetry={() => void usage.refetch()} />}
      {usage.data && !hasUse && <p className="text-text-2">{t('usage.none')}</p>}
      {usage.data && hasUse && <Table label={t('usage.title')} columns={columns} rows={usage.data.items} rowKey={(line) => `${line.connectionId}/${line.model}`} />}
    </Card>
  );
}
