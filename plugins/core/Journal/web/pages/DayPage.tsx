import { api, ButtonLink, Card, EmptyState, ErrorState, Grid, IconButton, Kpi, KpiRow, Link, Money, PageHead, Skeleton, Table, useFormat, useGlobalBar, useLocation, useNavigate, useParams, useT } from '@aiwendy/sdk';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { journalKey } from '../journal';
import { changeDay, shiftDay, type Day } from '../model';
import { NoteField } from '../parts/model/NoteField';
import { SaveMark } from '../parts/model/SaveMark';
import { Scale } from '../parts/model/Scale';
import { useDraft } from '../parts/model/useDraft';
import { useTradeColumns } from '../parts/tradeColumns';

/** One day in one scroll: what was planned, what was traded, how it felt, what was learned. */
export default function DayPage() {
  const t = useT();
  const format = useFormat();
  const { date = '' } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const [bar] = useGlobalBar();
  const day = useQuery({
    queryKey: [journalKey, 'day', date, bar.account],
    queryFn: ({ signal }) => api.get<Day>(`/api/journal/days/${encodeURIComponent(date)}`, { query: { accountId: bar.account }, signal }),
  });
  const go = (days: number) => { void navigate(`/days/${shiftDay(date, days)}${search}`); };
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date));
  return (
    <>
      <PageHead
        title={isDay ? new Intl.DateTimeFormat(format.language, { timeZone: 'UTC', weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }).format(Date.parse(`${date}T12:00:00Z`)) : t('day.title')}
        crumbs={<Link className="aw-link" to={`/trades${search}`}>{t('trades.title')}</Link>}
        actions={
          isDay ? (
            <>
              <IconButton icon="chevron-left" label={t('day.previous')} onClick={() => { go(-1); }} />
              <IconButton icon="chevron-right" label={t('day.next')} onClick={() => { go(1); }} />
              <ButtonLink icon="chat" to={`/coach?ask=${encodeURIComponent(t('day.question', { date }))}`}>{t('trade.ask')}</ButtonLink>
            </>
          ) : null
        }
      />
      {day.isPending ? <Card flush><Skeleton lines={8} /></Card> : null}
      {day.isError ? <Card><ErrorState problem={day.error} onRetry={() => void day.refetch()} /></Card> : null}
      {day.data ? <DayBody key={`${date}-${bar.account ?? ''}`} day={day.data} /> : null}
    </>
  );
}

function DayBody({ day }: { day: Day }) {
  const t = useT();
  const client = useQueryClient();
  const draft = useDraft({ plan: day.plan, review: day.review, note: day.note, mood: day.mood }, (patch) => changeDay(day.date, patch));
  const { value, change, flush } = draft;

  useEffect(
    () => () => {
      void client.invalidateQueries({ queryKey: [journalKey, 'day', day.date] });
    },
    [client, day.date],
  );

  return (
    <>
      <Totals day={day} />
      <Grid className="mt-3">
        <Card span={8} title={t('day.plan')} action={<SaveMark draft={draft} savedAt={day.updatedAt} />}>
          <NoteField label={t('day.planLabel')} value={value.plan} rows={4} placeholder={t('day.planPlaceholder')} onChange={(plan) => { change({ plan }); }} onLeave={flush} />
        </Card>
        <Card span={4} title={t('day.mood')}>
          <Scale label={t('day.moodLabel')} value={value.mood} low={t('scale.low')} high={t('scale.high')} onChange={(mood) => { change({ mood }); }} />
        </Card>
        <div data-span={12}><DayTrades day={day} /></div>
        <Card span={6} title={t('day.review')}>
          <NoteField label={t('day.reviewLabel')} value={value.review} placeholder={t('day.reviewPlaceholder')} onChange={(review) => { change({ review }); }} onLeave={flush} />
        </Card>
        <Card span={6} title={t('day.note')}>
          <NoteField label={t('day.noteLabel')} value={value.note} placeholder={t('day.notePlaceholder')} onChange={(note) => { change({ note }); }} onLeave={flush} />
        </Card>
      </Grid>
    </>
  );
}

function Totals({ day }: { day: Day }) {
  const t = useT();
  const format = useFormat();
  if (day.totals.length === 0) {
    return null;
  }
  return (
    <KpiRow label={t('day.totals')}>
      {day.totals.map((total) => (
        <Kpi
          key={total.currency}
          label={t('day.net', { currency: total.currency })}
          value={<Money value={total.net} currency={total.currency} />}
          context={t('context.trades', { wins: format.count(total.wins), losses: format.count(total.losses), breakeven: format.count(total.trades - total.wins - total.losses) })}
        />
      ))}
      <Kpi label={t('figure.trades')} value={format.count(day.trades.length)} />
    </KpiRow>
  );
}

function DayTrades({ day }: { day: Day }) {
  const t = useT();
  const navigate = useNavigate();
  const { search } = useLocation();
  const columns = useTradeColumns();
  return (
    <Card flush title={t('trades.title')}>
      {day.trades.length === 0 ? <EmptyState icon="calendar">{t('day.noTrades')}</EmptyState> : null}
      {day.trades.length > 0 ? <Table label={t('trades.title')} columns={columns} rows={day.trades} rowKey={(trade) => trade.id} onOpen={(trade) => { void navigate(`/trades/${trade.id}${search}`); }} /> : null}
    </Card>
  );
}
