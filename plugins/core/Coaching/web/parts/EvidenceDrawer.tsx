import { Drawer, Link, Money, Signed, signOf, Undefined, useFormat, useT, type EvidenceTrade, type Figure } from '@aiwendy/sdk';
import type { Evidence } from '../api';

/** Which chip is open: the figure or trade, and the evidence of its answer. */
export interface OpenEvidence {
  /** Tells the chip that opened it from all others. */
  chip: string;
  figure?: Figure;
  trade?: EvidenceTrade;
  evidence: Evidence;
}

/** What a claim rests on: the figure at full precision, how it is computed, and the trades. */
export function EvidenceDrawer({ open, onClose }: { open: OpenEvidence | null; onClose: () => void }) {
  const t = useT();
  return (
    <Drawer
      open={open !== null}
      onClose={onClose}
      title={t('evidence.title')}
      footer={
        <Link className="aw-btn" data-kind="default" data-size="medium" to={open?.trade ? `/trades/${open.trade.id}` : '/trades'}>
          {t(open?.trade ? 'evidence.openTrade' : 'evidence.openTrades')}
        </Link>
      }
    >
      {open?.figure && <FigurePart figure={open.figure} />}
      {open?.trade && <TradePart trade={open.trade} />}
      {open && open.evidence.trades.length > 0 && <TradeTable trades={open.evidence.trades} current={open.trade?.id} />}
    </Drawer>
  );
}

function FigurePart({ figure }: { figure: Figure }) {
  const t = useT();
  const how = t(`how.${figure.id}`);
  return (
    <>
      <div className="co-key">{figure.id}</div>
      <h3 className="co-figure-name">{figure.label}</h3>
      <div className="co-figure-value">
        <FigureValue figure={figure} />
      </div>
      <dl className="co-facts">
        <div>
          <dt>{t('evidence.trades')}</dt>
          <dd>
            <b>{figure.n}</b>
          </dd>
        </div>
        {figure.value === null && (
          <div>
            <dt>{t('evidence.undefined')}</dt>
            <dd>{reasonText(t, figure.reason)}</dd>
          </div>
        )}
      </dl>
      <details className="co-how" open>
        <summary>{t('evidence.how')}</summary>
        <p>{how === `how.${figure.id}` ? t('how.other') : how}</p>
      </details>
    </>
  );
}

function reasonText(t: (key: string) => string, reason: string | null | undefined): string {
  const key = `reason.${reason ?? 'other'}`;
  const text = t(key);
  return text === key ? t('reason.other') : text;
}

/** A figure as the journal shows it. */
export function FigureValue({ figure }: { figure: Figure }) {
  const t = useT();
  const format = useFormat();
  if (figure.value === null) {
    return <Undefined reason={reasonText(t, figure.reason)} />;
  }
  switch (figure.unit) {
    case 'money':
      return <Money value={figure.value} currency={figure.currency ?? 'USD'} />;
    case 'percent':
      return format.percent(figure.value);
    case 'minutes':
      return format.duration(figure.value);
    case 'r':
      return <Signed sign={signOf(figure.value)} text={format.r(figure.value)} />;
    case 'count':
      return format.count(figure.value);
    default:
      return format.ratio(figure.value);
  }
}

function TradePart({ trade }: { trade: EvidenceTrade }) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      <div className="co-key">{trade.number}</div>
      <h3 className="co-figure-name">
        {trade.symbol} {t(`side.${trade.side}`)} {format.quantity(trade.quantity)}
      </h3>
      <div className="co-figure-value">
        <Money value={trade.net} currency={trade.currency} />
      </div>
      <dl className="co-facts">
        <div>
          <dt>{t('evidence.opened')}</dt>
          <dd>{format.dateTime(trade.openedAt, { year: true })}</dd>
        </div>
        {trade.closedAt && (
          <div>
            <dt>{t('evidence.closed')}</dt>
            <dd>{format.dateTime(trade.closedAt, { year: true })}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

function TradeTable({ trades, current }: { trades: readonly EvidenceTrade[]; current: string | undefined }) {
  const t = useT();
  const format = useFormat();
  return (
    <section className="co-trades">
      <h4>{t('evidence.tradesOfAnswer')}</h4>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('evidence.trade')}</th>
            <th scope="col">{t('evidence.instrument')}</th>
            <th scope="col" data-number="">
              {t('evidence.net')}
            </th>
          </tr>
        </thead>
        <tbody>
          {trades.map((trade) => (
            <tr key={trade.id} data-current={trade.id === current || undefined}>
              <td>
                <Link className="aw-link aw-num" to={`/trades/${trade.id}`}>
                  {trade.number}
                </Link>
                <small className="aw-num">{format.date(trade.openedAt)}</small>
              </td>
              <td>
                {trade.symbol} <small>{t(`side.${trade.side}`)}</small>
              </td>
              <td data-number="">
                <Money value={trade.net} currency={trade.currency} plain />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
