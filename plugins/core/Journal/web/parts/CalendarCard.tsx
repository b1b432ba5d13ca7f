import { CalendarHeatmap, Card, dayKey, ErrorState, IconButton, Money, shiftMonth, Skeleton, useFormat, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { api } from '@aiwendy/sdk';
import { useState } from 'react';
import { journalKey, type Page, type Trade } from '../journal';
import { useCalendar } from './useJournal';

/** A month of days; it opens at the month of the latest trade. */
export function CalendarCard() {
  const latest = useQuery({ queryKey: [journalKey, 'latest'], queryFn: ({ signal }) => api.get<Page<Trade>>('/api/journal/trades', { query: { limit: '1' }, signal }) });
  const format = useFormat();
  const t = useT();
  const newest = latest.data?.items[0];
  if (latest.isPending) {
    return <Card span={6} flush><Skeleton lines={6} /></Card>;
  }
  const today = dayKey(new Date(), format.zone);
  const start = (newest ? dayKey(newest.closedAt, format.zone) : today).slice(0, 7);
  return latest.isError ? <Card span={6} title={t('dashboard.title')}><ErrorState problem={latest.error} onRetry={() => void latest.refetch()} /></Card> : <Month start={start} today={today} />;
}

function Month({ start, today }: { start: string; today: string }) {
  const t = useT();
  const format = useFormat();
  const [month, setMonth] = useState(start);
  const calendar = useCalendar(month);
  const title = (
    <span className="flex items-center gap-1">
      <IconButton icon="chevron-left" label={t('dashboard.previous')} onClick={() => { setMonth(shiftMonth(month, -1)); }} />
      {format.month(`${month}-15T12:00:00Z`)}
      <IconButton icon="chevron-right" label={t('dashboard.next')} disabled={month >= today.slice(0, 7)} onClick={() => { setMonth(shiftMonth(month, 1)); }} />
    </span>
  );
  return (
    <Card
      span={6}
      title={title}
      action={calendar.data ? <span className="flex items-baseline gap-2 text-text-2"><Money value={calendar.data.net} currency={calendar.data.currency} /><small className="text-12">{t('dashboard.monthTrades', { count: calendar.data.trades })}</small></span> : null}
    >
      {calendar.isPending ? <Skeleton lines={6} /> : null}
      {calendar.isError ? <ErrorState problem={calendar.error} onRetry={() => void calendar.refetch()} /> : null}
      {calendar.data ? <CalendarHeatmap month={month} days={calendar.data.days} currency={calendar.data.currency} today={today} dayLink={(date) => `/days/${date}`} /> : null}
    </Card>
  );
}
