import { CalendarHeatmap, Card, dayKey, ErrorState, IconButton, Money, shiftMonth, Signed, signOf, Skeleton, useFormat, useGlobalBar, useT } from '@aiwendy/sdk';
import { useState } from 'react';
import { useStatisticText } from './statistics/useStatisticText';
import { useCalendar, useLatestTrade } from './useJournal';

/** A month of days; it opens at the month of the latest trade. */
export function CalendarCard() {
  const latest = useLatestTrade();
  const format = useFormat();
  const t = useT();
  const newest = latest.data?.items[0];
  if (latest.isPending) {
    return <Card span={5} flush><Skeleton lines={6} /></Card>;
  }
  const today = dayKey(new Date(), format.zone);
  const start = (newest ? dayKey(newest.closedAt, format.zone) : today).slice(0, 7);
  return latest.isError ? <Card span={5} title={t('dashboard.title')}><ErrorState problem={latest.error} onRetry={() => void latest.refetch()} /></Card> : <Month key={start} start={start} today={today} />;
}

function Month({ start, today }: { start: string; today: string }) {
  const t = useT();
  const { format, number } = useStatisticText();
  const [{ unit }] = useGlobalBar();
  const [month, setMonth] = useState(start);
  const calendar = useCalendar(month);
  const currency = calendar.data?.currency ?? 'USD';
  const title = (
    <span className="flex items-center gap-1">
      <IconButton icon="chevron-left" label={t('dashboard.previous')} onClick={() => { setMonth(shiftMonth(month, -1)); }} />
      {format.month(`${month}-15T12:00:00Z`)}
      <IconButton icon="chevron-right" label={t('dashboard.next')} disabled={month >= today.slice(0, 7)} onClick={() => { setMonth(shiftMonth(month, 1)); }} />
    </span>
  );
  const total = calendar.data ? (
    <span className="flex items-baseline gap-2 text-text-2">
      {unit === 'money' ? <Money value={calendar.data.net} currency={currency} /> : <Signed sign={signOf(calendar.data.net)} text={number(calendar.data.net, unit, currency, { signed: true })} />}
      <small className="text-12">{t('dashboard.monthTrades', { count: calendar.data.trades })}</small>
    </span>
  ) : null;
  return (
    <Card span={5} title={title} action={total}>
      {calendar.isPending ? <Skeleton lines={6} /> : null}
      {calendar.isError ? <ErrorState problem={calendar.error} onRetry={() => void calendar.refetch()} /> : null}
      {calendar.data ? <CalendarHeatmap month={month} days={calendar.data.days} currency={currency} unit={unit} today={today} dayLink={(date) => `/days/${date}`} /> : null}
    </Card>
  );
}
