import { api, Badge, ButtonLink, Card, dayKey, ErrorState, Kpi, KpiRow, Link, Money, PageHead, RMultiple, Skeleton, Table, useFormat, useLocation, useParams, useT, type Column } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { journalKey, type Fill, type Trade } from '../journal';
import type { Annotation, Screenshot } from '../model';
import { averagePrice } from '../parts/averagePrice';
import { riskOf } from '../prices';
import { TradeJournal } from '../parts/model/TradeJournal';
import { PriceCards } from '../parts/trade/PriceCards';
import { Instrument } from '../parts/tradeColumns';

/** One round trip: its result, and the fills it is made of. */
export default function TradePage() {
  const t = useT();
  const { tradeId = '' } = useParams();
  const { search } = useLocation();
  const format = useFormat();
  const trade = useQuery({
    queryKey: [journalKey, 'trade', tradeId],
    queryFn: ({ signal }) => api.get<Trade & { fills: Fill[]; annotation: Annotation; screenshots: Screenshot[] }>(`/api/journal/trades/${encodeURIComponent(tradeId)}`, { signal }),
  });
  const crumbs = <Link className="aw-link" to={`/trades${search}`}>{t('trades.title')}</Link>;
  if (trade.isPending) {
    return <><PageHead title={t('trade.title')} crumbs={crumbs} /><Card flush><Skeleton lines={6} /></Card></>;
  }
  if (trade.isError) {
    return <><PageHead title={t('trade.title')} crumbs={crumbs} /><Card><ErrorState problem={trade.error} onRetry={() => void trade.refetch()} /></Card></>;
  }
  return (
    <>
      <PageHead
        title={<>{trade.data.number} <span className="font-normal"><Instrument trade={trade.data} /></span></>}
        crumbs={crumbs}
        actions={<ButtonLink kind="primary" icon="chat" to={`/coach?ask=${encodeURIComponent(t('trade.question', { number: trade.data.number }))}`}>{t('trade.ask')}</ButtonLink>}
      >
        <Badge tone="neutral">{t(`outcome.${trade.data.outcome}`)}</Badge>{' '}
        <Link className="aw-link" to={`/days/${dayKey(trade.data.closedAt, format.zone)}${search}`}>{format.date(trade.data.closedAt, { weekday: true, year: true })}</Link>
      </PageHead>
      <TradeJournal key={tradeId} tradeId={tradeId} annotation={trade.data.annotation} screenshots={trade.data.screenshots} head={(annotation) => <Result trade={trade.data} stop={annotation.plannedStop} />}>
        {(annotation) => (
          <PriceCards trade={trade.data} fills={trade.data.fills} plan={annotation}>
            <Fills fills={trade.data.fills} currency={trade.data.currency} />
          </PriceCards>
        )}
      </TradeJournal>
    </>
  );
}

function Result({ trade, stop }: { trade: Trade; stop: number | null }) {
  const t = useT();
  const format = useFormat();
  const risk = riskOf(trade, stop);
  return (
    <KpiRow label={t('trade.result')}>
      <Kpi label={t('trade.net')} value={<Money value={trade.net} currency={trade.currency} />} context={t('context.net_pnl', { gross: format.money(trade.gross, trade.currency, { signed: true }), fees: format.money(trade.fees, trade.currency) })} />
      <Kpi
        label={t('trade.inR')}
        value={risk ? <RMultiple value={trade.net / risk} plain={false} /> : <RMultiple value={null} reason={t(risk === 0 ? 'reason.risk_zero' : 'reason.no_stop_trade')} />}
        context={risk ? t('trade.risk', { risk: format.money(risk, trade.currency) }) : t(risk === 0 ? 'reason.risk_zero' : 'reason.no_stop_trade')}
      />
      <Kpi label={t('trade.entry')} value={averagePrice(trade.entryPrice, format.language)} context={format.dateTime(trade.openedAt, { year: true, seconds: true })} />
      <Kpi label={t('trade.exit')} value={averagePrice(trade.exitPrice, format.language)} context={format.dateTime(trade.closedAt, { year: true, seconds: true })} />
      <Kpi label={t('trade.held')} value={format.duration((Date.parse(trade.closedAt) - Date.parse(trade.openedAt)) / 60_000)} context={trade.multiplier === 1 ? t('trade.fills', { count: trade.fillCount }) : t('trade.multiplier', { multiplier: format.quantity(trade.multiplier) })} />
    </KpiRow>
  );
}

function Fills({ fills, currency }: { fills: Fill[]; currency: string }) {
  const t = useT();
  const format = useFormat();
  const columns: Column<Fill>[] = [
    { id: 'at', header: t('fill.at'), cell: (fill) => <span className="aw-num whitespace-nowrap">{format.dateTime(fill.at, { seconds: true })}</span> },
    { id: 'side', header: t('trade.side'), cell: (fill) => `${t(`fill.${fill.side}`)}, ${t(`fill.${fill.effect}`)}` },
    { id: 'quantity', header: t('fill.quantity'), align: 'right', cell: (fill) => format.quantity(fill.quantity) },
    { id: 'price', header: t('fill.price'), align: 'right', cell: (fill) => format.price(fill.price) },
    { id: 'fee', header: t('trade.fees'), align: 'right', hideOnPhone: true, cell: (fill) => format.money(fill.fee, currency) },
  ];
  return (
    <Card flush title={t('fill.title')} meta={t('trade.fills', { count: fills.length })}>
      <Table label={t('fill.title')} columns={columns} rows={fills} rowKey={(fill) => `${fill.executionId}-${fill.effect}`} />
    </Card>
  );
}
