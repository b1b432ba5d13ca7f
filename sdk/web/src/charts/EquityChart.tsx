import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { formatDate, formatMonth } from '../format/times';
import type { Unit } from '../hooks/globalBar';
import { useLanguage, useT } from '../i18n/useT';
import { formatAmount } from './amount';
import { ChartFrame } from './ChartFrame';
import { deepestDrawdown, monthStarts, type EquityPoint } from './equity';
import { EquityTable } from './EquityTable';
import { linear, path, ticks } from './scale';
import { useWidth } from './useWidth';

export interface EquityChartProps {
  points: readonly EquityPoint[];
  currency: string;
  /** What the points are stated in; money by default. */
  unit?: Unit;
  /** Of the drawing; 300 by default. */
  height?: number;
}

const fewest = 5;

/**
 * Equity with its drawdown below on the same time axis. The deepest point carries its amount, the peak before it is
 * dotted, the latest value is an ink tag; arrow keys move a crosshair. It is plain SVG on the tokens.
 */
export function EquityChart({ points, currency, unit = 'money', height = 300 }: EquityChartProps) {
  const t = useT('kit');
  const language = useLanguage();
  const first = points[0];
  const last = points.at(-1);
  const { trough, amount } = deepestDrawdown(points);
  const day = (date: string | undefined) => (date ? formatDate(`${date}T00:00:00Z`, 'UTC', language, { year: true }) : '');
  const summary = t('equitySummary', {
    from: formatAmount(first?.equity ?? 0, unit, currency, language),
    to: formatAmount(last?.equity ?? 0, unit, currency, language),
    drawdown: formatAmount(amount === 0 ? 0 : -amount, unit, currency, language),
    date: day(points[Math.max(trough, 0)]?.date),
  });
  const table = <EquityTable points={points} currency={currency} unit={unit} />;

  if (points.length < fewest) {
    return (
      <div>
        {table}
        <p className="px-4 pb-3 text-12 text-text-3">{t('tooFewPoints')}</p>
      </div>
    );
  }
  return (
    <ChartFrame
      table={table}
      legend={
        <>
          <span className="aw-key">
            <i />
            {t('equity')}
          </span>
          <span className="aw-key" data-series="drawdown">
            <i />
            {t('drawdown')}
          </span>
        </>
      }
    >
      <Drawing points={points} currency={currency} unit={unit} height={height} summary={summary} />
    </ChartFrame>
  );
}

const right = 64;
const left = 4;
const bottom = 24;

function Drawing({ points, currency, unit, height, summary }: Required<EquityChartProps> & { summary: string }) {
  const t = useT('kit');
  const language = useLanguage();
  const [box, width] = useWidth<HTMLDivElement>(760);
  const [active, setActive] = useState<number | null>(null);

  const plot = height - bottom;
  const split = Math.round(plot * 0.7);
  const equities = points.map((point) => point.equity);
  const low = Math.min(...equities);
  const high = Math.max(...equities);
  const pad = (high - low) * 0.08 || Math.abs(high) * 0.01 || 1;
  const { trough, peak, amount } = deepestDrawdown(points);
  const x = linear([0, points.length - 1], [left, width - right - 8]);
  const y = linear([low - pad, high + pad], [split - 8, 10]);
  const d = linear([0, amount || 1], [split + 6, plot - 8]);
  const axis = (value: number) => formatAmount(value, unit, currency, language, { whole: true }).replace(/^([−-]?)[^\d−-]+/, '$1');
  const line = points.map((point, index) => [x(index), y(point.equity)] as const);
  const under = points.map((point, index) => [x(index), d(Math.abs(point.drawdown))] as const);
  const end = points.length - 1;
  const lastY = line[end]?.[1] ?? 0;
  const shown = active === null ? null : points[active];
  const months = monthStarts(points);
  const monthEvery = Math.ceil(months.length / Math.max(2, Math.floor(width / 90)));

  const pick = (event: PointerEvent<SVGSVGElement>) => {
    const bounds = event.currentTarget.getBoundingClientRect();
    const ratio = (event.clientX - bounds.left - left) / (width - right - 8 - left);
    setActive(Math.min(end, Math.max(0, Math.round(ratio * end))));
  };
  const step = (event: KeyboardEvent) => {
    const target = { ArrowLeft: (active ?? end + 1) - 1, ArrowRight: (active ?? -1) + 1, Home: 0, End: end }[event.key];
    if (event.key === 'Escape') {
      setActive(null);
    } else if (target !== undefined) {
      event.preventDefault();
      setActive(Math.min(end, Math.max(0, target)));
    }
  };
  const troughX = x(trough);
  const labelLeft = troughX > width - right - 110;

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
        onPointerLeave={() => {
          setActive(null);
        }}
        onKeyDown={step}
        onBlur={() => {
          setActive(null);
        }}
      >
        {ticks(low - pad, high + pad, 4).map((value) => (
          <g key={value}>
            <path d={`M${left} ${Math.round(y(value)) + 0.5}H${width - right}`} style={{ stroke: 'var(--line)' }} />
            {Math.abs(y(value) - lastY) > 15 && (
              <text x={width - right + 6} y={y(value) + 4}>
                {axis(value)}
              </text>
            )}
          </g>
        ))}
        <path d={`${path(line)}L${x(end)} ${split - 8}L${left} ${split - 8}Z`} style={{ fill: 'var(--text)', opacity: 0.045 }} />
        <path d={path(line)} fill="none" style={{ stroke: 'var(--text)' }} strokeWidth={1.6} strokeLinejoin="round" />
        <path d={`M${left} ${split + 6}H${width - right}`} style={{ stroke: 'var(--line-2)' }} />
        <path d={`${path(under)}L${x(end)} ${split + 6}L${left} ${split + 6}Z`} style={{ fill: 'var(--loss-soft)' }} />
        <path d={path(under)} fill="none" style={{ stroke: 'var(--loss)' }} strokeWidth={1.3} strokeLinejoin="round" />
        {trough >= 0 && (
          <g>
            <path d={`M${x(peak)} ${line[peak]?.[1] ?? 0}V${split + 6}`} style={{ stroke: 'var(--text-3)' }} strokeDasharray="2 3" />
            <path d={`M${troughX} ${line[trough]?.[1] ?? 0}V${d(amount) - 4}`} style={{ stroke: 'var(--text-3)' }} strokeDasharray="2 3" />
            <circle cx={troughX} cy={d(amount)} r={3.2} style={{ fill: 'var(--surface)', stroke: 'var(--loss)' }} strokeWidth={1.6} />
            <text
              x={labelLeft ? troughX - 8 : troughX + 8}
              y={Math.min(d(amount) + 6, plot - 2)}
              textAnchor={labelLeft ? 'end' : 'start'}
              style={{ fill: 'var(--loss)', fontWeight: 600, paintOrder: 'stroke', stroke: 'var(--surface)', strokeWidth: 3 }}
            >
              {formatAmount(-amount, unit, currency, language)}
            </text>
          </g>
        )}
        {months
          .filter((_, index) => index % monthEvery === 0)
          .map((index) => (
            <g key={index}>
              <path d={`M${x(index)} ${plot}v4`} style={{ stroke: 'var(--line-2)' }} />
              <text x={x(index)} y={height - 6}>
                {monthName(points[index]?.date ?? '', language, index === months[0])}
              </text>
            </g>
          ))}
        <circle cx={x(end)} cy={lastY} r={3.4} style={{ fill: 'var(--ink)' }} />
        <rect x={width - right + 1} y={lastY - 9} width={right - 1} height={18} rx={4} style={{ fill: 'var(--ink)' }} />
        <text x={width - right + 7} y={lastY + 4} style={{ fill: 'var(--ink-on)', fontWeight: 600 }}>
          {axis(points[end]?.equity ?? 0)}
        </text>
        {active !== null && (
          <g>
            <path d={`M${x(active)} 4V${plot}`} style={{ stroke: 'var(--text-3)' }} />
            <circle cx={x(active)} cy={line[active]?.[1]} r={3.4} style={{ fill: 'var(--surface)', stroke: 'var(--text)' }} strokeWidth={1.6} />
          </g>
        )}
      </svg>
      {shown && active !== null && (
        <div className="aw-chart-note" style={x(active) > width / 2 ? { right: width - x(active) + 10 } : { left: x(active) + 10 }} role="status">
          <b>{formatDate(`${shown.date}T00:00:00Z`, 'UTC', language, { year: true })}</b>
          <span>
            {t('equity')} {formatAmount(shown.equity, unit, currency, language)}
          </span>
          <span>
            {t('drawdown')} {formatAmount(shown.drawdown === 0 ? 0 : -Math.abs(shown.drawdown), unit, currency, language)}
          </span>
        </div>
      )}
    </div>
  );
}

function monthName(date: string, language: 'en' | 'zh-CN', withYear: boolean): string {
  const moment = `${date}T00:00:00Z`;
  if (withYear || date.slice(5, 7) === '01') {
    return formatMonth(moment, 'UTC', language).replace(/^([A-Z][a-z]{2})[a-z]* /, '$1 ');
  }
  return new Intl.DateTimeFormat(language === 'zh-CN' ? 'zh-CN' : 'en-US', { month: 'short', timeZone: 'UTC' }).format(new Date(moment));
}
