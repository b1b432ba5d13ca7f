import { Link, useFormat, useLocation, useT, type Column } from '@aiwendy/sdk';
import type { Trade } from '../journal';
import { averagePrice } from './averagePrice';
import { useTradeResult } from './useTradeResult';

/** Instrument in bold, direction and size quiet. */
export function Instrument({ trade }: { trade: Pick<Trade, 'symbol' | 'side' | 'quantity'> }) {
  const t = useT();
  const format = useFormat();
  return (
    <span className="whitespace-nowrap">
      <b>{trade.symbol}</b> <span className="text-text-2">{t(`side.${trade.side}`)} {format.quantity(trade.quantity)}</span>
    </span>
  );
}

/** A link to a trade that keeps the global bar. */
export function TradeLink({ trade, children }: { trade: Trade; children: React.ReactNode }) {
  const { search } = useLocation();
  return <Link className="aw-link" to={`/trades/${trade.id}${search}`}>{children}</Link>;
}

/** Columns of a list of trades; the dashboard takes the short form. */
export function useTradeColumns(short = false): Column<Trade>[] {
  const t = useT();
  const format = useFormat();
  const result = useTradeResult();
  const columns: Column<Trade>[] = [
    { id: 'number', header: t('trade.number'), cell: (trade) => <TradeLink trade={trade}>{trade.number}</TradeLink> },
    {
      id: 'opened',
      header: t('trade.opened'),
      cell: (trade) => (
        <span className="aw-num whitespace-nowrap">
          {short ? format.dateTime(trade.openedAt) : <><span className="max-md:hidden">{format.dateTime(trade.openedAt, { year: true })}</span><span className="md:hidden">{format.dateTime(trade.openedAt)}</span></>}
        </span>
      ),
    },
    { id: 'instrument', header: t('trade.instrument'), cell: (trade) => <Instrument trade={trade} /> },
    { id: 'held', header: t('trade.held'), align: 'right', hideOnPhone: true, cell: (trade) => format.duration((Date.parse(trade.closedAt) - Date.parse(trade.openedAt)) / 60_000) },
    { id: 'entry', header: t('trade.entry'), align: 'right', hideOnPhone: true, cell: (trade) => averagePrice(trade.entryPrice, format.language) },
    { id: 'exit', header: t('trade.exit'), align: 'right', hideOnPhone: true, cell: (trade) => averagePrice(trade.exitPrice, format.language) },
    { id: 'fees', header: t('trade.fees'), align: 'right', hideOnPhone: true, cell: (trade) => format.money(trade.fees, trade.currency) },
    { id: 'net', header: result.header, align: 'right', cell: result.cell },
  ];
  const brief = new Set(['number', 'opened', 'instrument', 'net']);
  return short ? columns.filter((column) => brief.has(column.id)) : columns;
}
