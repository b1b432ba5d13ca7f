import { Card, ChartFrame, Select, Table, useFormat, useT, type Column } from '@aiwendy/sdk';
import { useState } from 'react';
import type { UsageDay } from './api';

const metrics = ['people', 'messages', 'imports', 'modelCalls', 'errors'] as const;
type Metric = (typeof metrics)[number];

const height = 140;

/** One bar for each day; the same numbers as a table are one press away. */
export function DayChart({ days }: { days: readonly UsageDay[] }) {
  const t = useT();
  const [metric, setMetric] = useState<Metric>('messages');
  return (
    <Card
      title={t('chart.title')}
      meta={t('chart.help')}
      action={<Select aria-label={t('chart.metric')} look="pick" value={metric} options={metrics.map((value) => ({ value, label: t(`metric.${value}`) }))} onChange={(value) => { setMetric(value as Metric); }} />}
    >
      <ChartFrame table={<DayTable days={days} />}>
        <Bars days={days} metric={metric} />
      </ChartFrame>
    </Card>
  );
}

function Bars({ days, metric }: { days: readonly UsageDay[]; metric: Metric }) {
  const t = useT();
  const format = useFormat();
  const most = Math.max(1, ...days.map((day) => day[metric]));
  const total = days.reduce((sum, day) => sum + day[metric], 0);
  const first = days[0];
  const last = days.at(-1);
  const step = 1000 / Math.max(1, days.length);
  const gap = Math.min(3, step * 0.2);
  // A day that has anything shows at least a sliver.
  const tall = (value: number) => (value === 0 ? 0 : Math.max(2, (value / most) * height));
  const label = (day: UsageDay) => t('chart.day', { day: format.date(`${day.day}T00:00:00Z`, { year: true }), count: day[metric], metric: t(`metric.${metric}`) });
  return (
    <div className="grid gap-1">
      <div className="flex justify-between text-12 text-text-3 aw-num">
        <span>{format.count(most)}</span>
      </div>
      <svg className="block w-full" height={height} viewBox={`0 0 1000 ${height}`} preserveAspectRatio="none" role="img" aria-label={t('chart.sum', { metric: t(`metric.${metric}`), count: total })}>
        <path d={`M0 ${height - 0.5}H1000M0 0.5H1000`} style={{ stroke: 'var(--line)' }} vectorEffect="non-scaling-stroke" />
        {days.map((day, index) => (
          <rect key={day.day} x={index * step + gap} y={height - tall(day[metric])} width={Math.max(0.5, step - 2 * gap)} height={tall(day[metric])} style={{ fill: metric === 'errors' ? 'var(--danger)' : 'var(--accent)' }}>
            <title>{label(day)}</title>
          </rect>
        ))}
      </svg>
      <div className="flex justify-between text-12 text-text-3 aw-num">
        <span>{first && format.date(`${first.day}T00:00:00Z`)}</span>
        <span>{last && format.date(`${last.day}T00:00:00Z`)}</span>
      </div>
    </div>
  );
}

function DayTable({ days }: { days: readonly UsageDay[] }) {
  const t = useT();
  const format = useFormat();
  const columns: Column<UsageDay>[] = [
    { id: 'day', header: t('table.day'), cell: (day) => format.date(`${day.day}T00:00:00Z`, { year: true }) },
    ...metrics.map((metric): Column<UsageDay> => ({ id: metric, header: t(`metric.${metric}`), align: 'right', hideOnPhone: metric === 'imports' || metric === 'errors', cell: (day) => format.count(day[metric]) })),
  ];
  return <Table label={t('chart.title')} columns={columns} rows={[...days].reverse()} rowKey={(day) => day.day} compact />;
}
