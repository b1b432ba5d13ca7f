import { formatPercent } from '../format/numbers';
import { useLanguage, useT } from '../i18n/useT';
import { linear, ticks } from './scale';
import { useWidth } from './useWidth';

export interface IntervalRow {
  label: string;
  /** Percentages between 0 and 100. */
  value: number | null;
  low: number | null;
  high: number | null;
  k: number;
  n: number;
}

const rowHeight = 38;

/** Shares with their intervals on one axis from zero: a dot for the case, a hollow square for the comparison. */
export function IntervalPlot({ rows }: { rows: readonly IntervalRow[] }) {
  const t = useT('kit');
  const language = useLanguage();
  const [box, width] = useWidth<HTMLDivElement>(360);
  const labelWidth = Math.min(110, width * 0.28);
  const valueWidth = 62;
  const top = Math.max(10, ...rows.map((row) => row.high ?? row.value ?? 0));
  const rough = ticks(0, top, 3);
  const step = (rough[1] ?? top) - (rough[0] ?? 0);
  const axisEnd = Math.min(100, Math.ceil(top / step) * step);
  const steps = ticks(0, axisEnd, 4);
  const x = linear([0, axisEnd], [labelWidth + 12, width - valueWidth - 8]);
  const height = rows.length * rowHeight + 22;
  const percent = (value: number | null) => formatPercent(value, language);
  const sentence = rows.map((row) => t('intervalRow', { label: row.label, value: percent(row.value), low: percent(row.low), high: percent(row.high), k: row.k, n: row.n }));

  return (
    <div ref={box}>
      <svg className="aw-interval block max-w-full" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={sentence.join('. ')}>
        {steps.map((value) => (
          <g key={value}>
            <path d={`M${Math.round(x(value)) + 0.5} 2V${height - 20}`} style={{ stroke: 'var(--line)' }} />
            <text x={x(value)} y={height - 5} textAnchor="middle">
              {formatPercent(value, language, { digits: 0 })}
            </text>
          </g>
        ))}
        {rows.map((row, index) => (
          <IntervalLine key={row.label} row={row} isCase={index === 0} y={index * rowHeight + rowHeight / 2} x={x} width={width} value={percent(row.value)} />
        ))}
      </svg>
    </div>
  );
}

function IntervalLine({ row, isCase, y, x, width, value }: { row: IntervalRow; isCase: boolean; y: number; x: (value: number) => number; width: number; value: string }) {
  const hasInterval = row.low !== null && row.high !== null;
  return (
    <g>
      <text className="label" x={0} y={y + 4}>
        {row.label}
      </text>
      {hasInterval && <path d={`M${x(row.low ?? 0)} ${y}H${x(row.high ?? 0)}M${x(row.low ?? 0)} ${y - 4}v8M${x(row.high ?? 0)} ${y - 4}v8`} style={{ stroke: 'var(--text)' }} strokeWidth={1.4} fill="none" />}
      {row.value !== null &&
        (isCase ? (
          <circle cx={x(row.value)} cy={y} r={4.6} style={{ fill: 'var(--text)' }} />
        ) : (
          <rect x={x(row.value) - 4.2} y={y - 4.2} width={8.4} height={8.4} style={{ fill: 'var(--surface)', stroke: 'var(--text)' }} strokeWidth={1.5} />
        ))}
      <text className="strong" x={width} y={y - 1} textAnchor="end">
        {value}
      </text>
      <text x={width} y={y + 13} textAnchor="end">
        {row.k} / {row.n}
      </text>
    </g>
  );
}
