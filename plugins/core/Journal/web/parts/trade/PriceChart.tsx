import { ChartFrame, Table, useFormat, useT, type Column } from '@aiwendy/sdk';
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Fill, Trade } from '../../journal';
import { directionOf, fillMarks, marksOf, placeOf, spread, type PriceBar, type PriceMark } from '../../prices';
import { averagePrice } from '../averagePrice';
import { roundSteps } from '../statistics/extent';

const fewest = 5;
const height = 320;
const left = 6;
const right = 82;
const bottom = 24;
const colours: Record<PriceMark['id'], { line: string; text: string }> = {
  entry: { line: 'var(--accent)', text: 'var(--surface)' },
  exit: { line: 'var(--ink)', text: 'var(--ink-on)' },
  stop: { line: 'var(--loss)', text: 'var(--surface)' },
  target: { line: 'var(--gain)', text: 'var(--surface)' },
};

export interface PriceChartProps {
  bars: readonly PriceBar[];
  trade: Trade;
  fills: readonly Fill[];
  plan: { plannedStop: number | null; plannedTarget: number | null };
}

/** Prices around a trade as candles, hollow where they rose; the time it was held is shaded, fills and plan are marked. */
export function PriceChart(props: PriceChartProps) {
  const t = useT();
  const format = useFormat();
  const marks = marksOf(props.trade, props.plan);
  const columns: Column<PriceBar>[] = [
    { id: 'time', header: t('fill.at'), cell: (bar) => <span className="aw-num whitespace-nowrap">{format.dateTime(bar.time, { seconds: true })}</span> },
    ...(['open', 'high', 'low', 'close'] as const).map((name): Column<PriceBar> => ({ id: name, header: t(`prices.${name}`), align: 'right', hideOnPhone: name === 'open', cell: (bar) => format.price(bar[name]) })),
  ];
  const table = <div className="max-h-[340px] overflow-auto" role="group" aria-label={t('prices.title')} tabIndex={0}><Table label={t('prices.title')} compact columns={columns} rows={props.bars} rowKey={(bar) => bar.time} /></div>;
  if (props.bars.length < fewest) {
    return <div>{table}<p className="pt-2 text-12 text-text-3">{t('prices.few')}</p></div>;
  }
  const summary = t('prices.summary', { symbol: props.trade.symbol, marks: marks.map((mark) => `${t(`prices.mark.${mark.id}`)} ${averagePrice(mark.price, format.language)}`).join(', ') });
  return (
    <ChartFrame
      table={table}
      legend={<span className="text-12 text-text-3">{t('prices.legend')}</span>}
    >
      <Drawing {...props} marks={marks} summary={summary} />
    </ChartFrame>
  );
}

function Drawing({ bars, trade, fills, marks, summary }: PriceChartProps & { marks: readonly PriceMark[]; summary: string }) {
  const t = useT();
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(720);
  const [active, setActive] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') {
      return;
    }
    const observer = new ResizeObserver(([entry]) => { setWidth(Math.max(240, Math.round(entry?.contentRect.width ?? 720))); });
    observer.observe(element);
    return () => { observer.disconnect(); };
  }, []);

  const prices = [...bars.flatMap((bar) => [bar.high, bar.low]), ...marks.map((mark) => mark.price)];
  const low = Math.min(...prices);
  const high = Math.max(...prices);
  const pad = (high - low) * 0.06 || Math.abs(high) * 0.001 || 1;
  const plot = height - bottom;
  const step = (width - left - right) / bars.length;
  const x = (place: number) => left + place * step;
  const y = (price: number) => 8 + ((high + pad - price) / (high - low + 2 * pad)) * (plot - 16);
  const body = Math.max(1, Math.min(9, step * 0.62));
  const from = x(placeOf(bars, trade.openedAt));
  const to = Math.max(from + 1, x(placeOf(bars, trade.closedAt)));
  const labels = spread(marks.map((mark) => y(mark.price)), 20, 10, plot - 10);
  const every = Math.max(1, Math.ceil(bars.length / Math.max(2, Math.floor((width - right) / 96))));
  const isLongAgo = Date.parse(bars.at(-1)?.time ?? '') - Date.parse(bars[0]?.time ?? '') > 36 * 3_600_000;
  const end = bars.length - 1;
  const pick = (event: PointerEvent<SVGSVGElement>) => {
    const place = (event.clientX - event.currentTarget.getBoundingClientRect().left - left) / step;
    setActive(Math.min(end, Math.max(0, Math.floor(place))));
  };
  const press = (event: KeyboardEvent) => {
    const target = { ArrowLeft: (active ?? end + 1) - 1, ArrowRight: (active ?? -1) + 1, Home: 0, End: end }[event.key];
    if (event.key === 'Escape') {
      setActive(null);
    } else if (target !== undefined) {
      event.preventDefault();
      setActive(Math.min(end, Math.max(0, target)));
    }
  };
  const shown = active === null ? undefined : bars[active];
  return (
    <div ref={box} className="relative">
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={summary}
        tabIndex={0}
        className="block max-w-full"
        onPointerMove={pick}
        onPointerLeave={() => { setActive(null); }}
        onKeyDown={press}
        onBlur={() => { setActive(null); }}
      >
        <rect x={from} y={4} width={to - from} height={plot - 4} style={{ fill: 'var(--text)', opacity: 0.05 }} />
        {roundSteps(low - pad, high + pad, 5).map((price) => (
          <g key={price}>
            <path d={`M${left} ${Math.round(y(price)) + 0.5}H${width - right}`} style={{ stroke: 'var(--line)' }} />
            {labels.every((place) => Math.abs(place - y(price)) > 15) ? <text x={width - right + 8} y={y(price) + 4}>{format.price(price)}</text> : null}
          </g>
        ))}
        {bars.map((bar, index) => {
          const middle = x(index + 0.5);
          const top = y(Math.max(bar.open, bar.close));
          const size = Math.max(1, Math.abs(y(bar.open) - y(bar.close)));
          return (
            <g key={bar.time} style={{ stroke: 'var(--text-2)', fill: directionOf(bar) === 'loss' ? 'var(--text-2)' : 'var(--surface)' }}>
              <path d={`M${middle} ${y(bar.high)}V${y(bar.low)}`} />
              <rect x={middle - body / 2} y={top} width={body} height={size} />
            </g>
          );
        })}
        {marks.map((mark) => (
          <path key={mark.id} d={`M${mark.id === 'exit' ? to : from} ${y(mark.price)}H${width - right}`} style={{ stroke: colours[mark.id].line }} strokeWidth={1.2} strokeDasharray={mark.id === 'stop' || mark.id === 'target' ? '6 4' : '2 3'} />
        ))}
        {fillMarks(bars, fills).map(({ fill, place }) => <FillMark key={`${fill.executionId}-${fill.effect}`} x={x(place)} y={y(fill.price)} isBuy={fill.side === 'buy'} isOpen={fill.effect === 'open'} />)}
        {marks.map((mark, index) => (
          <g key={mark.id} data-mark={mark.id}>
            <rect x={width - right + 3} y={(labels[index] ?? 0) - 9} width={right - 3} height={18} rx={4} style={{ fill: colours[mark.id].line }} />
            <text x={width - right + 8} y={(labels[index] ?? 0) + 4} style={{ fill: colours[mark.id].text, fontWeight: 600 }}>{averagePrice(mark.price, format.language)}</text>
            <title>{t(`prices.mark.${mark.id}`)}</title>
          </g>
        ))}
        {bars.map((bar, index) => (index % every === 0 && x(index) < width - right - 40 ? <text key={bar.time} x={x(index)} y={height - 6}>{isLongAgo ? format.date(bar.time) : format.time(bar.time)}</text> : null))}
        {active === null ? null : <path d={`M${x(active + 0.5)} 4V${plot}`} style={{ stroke: 'var(--text-3)' }} />}
      </svg>
      {shown && active !== null ? (
        <div className="aw-chart-note" style={x(active) > width / 2 ? { right: width - x(active) + 10 } : { left: x(active) + 14 }} role="status">
          <b>{format.dateTime(shown.time, { seconds: true })}</b>
          {(['open', 'high', 'low', 'close'] as const).map((name) => <span key={name}>{t(`prices.${name}`)} {format.price(shown[name])}</span>)}
        </div>
      ) : null}
      <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-12 text-text-2">
        {marks.map((mark) => <span key={mark.id} className="inline-flex items-center gap-1.5"><i className="inline-block h-0 w-4 border-t-2" style={{ borderColor: colours[mark.id].line, borderStyle: mark.id === 'stop' || mark.id === 'target' ? 'dashed' : 'dotted' }} aria-hidden="true" />{t(`prices.mark.${mark.id}`)}</span>)}
      </p>
    </div>
  );
}

/** Entries are triangles that point the trade's way, exits hollow squares. */
function FillMark({ x, y, isBuy, isOpen }: { x: number; y: number; isBuy: boolean; isOpen: boolean }) {
  if (!isOpen) {
    return <rect x={x - 4} y={y - 4} width={8} height={8} style={{ fill: 'var(--surface)', stroke: 'var(--ink)' }} strokeWidth={2} />;
  }
  const tip = isBuy ? -6.5 : 6.5;
  return <path d={`M${x} ${y + tip}L${x + 6} ${y - tip * 0.6}H${x - 6}Z`} style={{ fill: 'var(--accent)', stroke: 'var(--surface)' }} strokeWidth={1.2} />;
}
