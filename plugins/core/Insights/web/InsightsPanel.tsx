import { Card, ErrorState, Grid, Kpi, KpiRow, Segmented, Skeleton, useFormat, useT } from '@aiwendy/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { calls, keys, type Usage } from './api';
import { DayChart } from './DayChart';
import { RetentionCard } from './RetentionCard';
import { ModelTable, ShareTable } from './ShareTables';

const periods = ['7', '30', '90', '365'] as const;
type Period = (typeof periods)[number];

/** Settings: how much the installation is used, for those who run it. */
export default function InsightsPanel() {
  const t = useT();
  const [period, setPeriod] = useState<Period>('30');
  const days = Number(period);
  const usage = useQuery({ queryKey: keys.usage(days), queryFn: ({ signal }) => calls.usage(days, signal), placeholderData: keepPreviousData });
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-text-2">{t('local')}</p>
        <Segmented label={t('period')} value={period} options={periods.map((value) => ({ value, label: t('days', { count: Number(value) }) }))} onChange={setPeriod} />
      </div>
      {usage.isPending && (
        <Card>
          <Skeleton lines={6} />
        </Card>
      )}
      {usage.isError && <ErrorState problem={usage.error} onRetry={() => void usage.refetch()} />}
      {usage.data && <Figures usage={usage.data} />}
      {usage.data && <RetentionCard days={usage.data.retentionDays} />}
    </div>
  );
}

function Figures({ usage }: { usage: Usage }) {
  const t = useT();
  const format = useFormat();
  const { totals } = usage;
  return (
    <>
      <KpiRow label={t('figures')}>
        <Kpi label={t('metric.people')} how={t('how.people')} value={format.count(usage.people)} context={t('context.people', { signUps: format.count(totals.signUps), signIns: format.count(totals.signIns) })} />
        <Kpi label={t('metric.messages')} how={t('how.messages')} value={format.count(totals.messages)} context={t('context.messages', { count: totals.conversations, number: format.count(totals.conversations) })} />
        <Kpi label={t('metric.imports')} how={t('how.imports')} value={format.count(totals.imports)} context={t('context.imports', { count: totals.executions, number: format.count(totals.executions) })} />
        <Kpi label={t('metric.modelCalls')} how={t('how.modelCalls')} value={format.count(totals.modelCalls)} context={t('context.modelCalls', { count: totals.modelTokens, number: format.count(totals.modelTokens) })} />
        <Kpi label={t('metric.errors')} how={t('how.errors')} value={format.count(totals.errors)} context={t('context.errors', { share: format.percent(totals.modelCalls === 0 ? 0 : (100 * totals.errors) / totals.modelCalls) })} />
      </KpiRow>
      <DayChart days={usage.days} />
      <Grid>
        <ShareTable title={t('table.coaches')} head={t('table.coach')} countHead={t('metric.messages')} rows={usage.coaches} none={t('none.coaches')} />
        <ModelTable rows={usage.models} />
        <ShareTable title={t('table.formats')} head={t('table.format')} countHead={t('metric.imports')} rows={usage.formats} none={t('none.formats')} />
        <ShareTable title={t('table.errors')} head={t('table.error')} countHead={t('table.count')} rows={usage.errors} none={t('none.errors')} nameOf={(key) => t(`code.${key}`, { defaultValue: key })} />
      </Grid>
    </>
  );
}
