import { ChartFrame, Table, useT, type Column } from '@aiwendy/sdk';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { MonteCarlo, MonteCarloBand } from '../../statistics';
import { roundSteps } from './extent';
import { useStatisticText } from './useStatisticText';

/** The middle course with the band that nine in ten courses stay in; arrow keys move along it. */
export function MonteCarloChart({ courses }: { courses: MonteCarlo }) {
  const t = useT();
  const legend = (
    <>
      <span className="aw-key"><i />{t('stats.simulation.middle')}</span>
      <span className="aw-key"><i style={{ height: 10, background: 'var(--hover)', border: '1px solid var(--line-2)' }} />{t('stats.simulation.band')}</span>
    </>
  );
  return <ChartFrame legend={legend} table={<BandTable courses={courses} />}><Drawing courses={courses} /></ChartFrame>;
}

function Drawing({ courses }: { courses: MonteCarlo }) {
  const t = useT();
  const { number } = useStatisticText();
  const [active, setActive] = useState<number | null>(null);
  const { bands, start } = courses;
  const amount = (value: number, whole = false) => number(value, courses.unit, courses.currency, { whole });
  const lowest = Math.min(start, ...bands.map((band) => band.p5));
  const highest = Math.max(start, ...bands.map((band) => band.p95));
  const pad = (highest - lowest) * 0.06 || 1;
  const [low, high] = [lowest - pad, highest + pad];
  const last = bands.at(-1)?.trade ?? 1;
  const x = (trade: number) => Math.round((trade / last) * 100_000) / 1000;
  const y = (value: number) => Math.round((1 - (value - low) / (high - low)) * 100_000) / 1000;
  const line = (value: (band: MonteCarloBand) => number, all: readonly MonteCarloBand[] = bands) => all.map((band, index) => `${index === 0 ? 'M' : 'L'}${x(band.trade)} ${y(value(band))}`).join('');
  const area = `${line((band) => band.p95)}${line((band) => band.p5, [...bands].reverse()).replace('M', 'L')}Z`;
  const shown = active === null ? null : bands[active];
  const end = bands.length - 1;

  const pick = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const trade = ((event.clientX - box.left) / box.width) * last;
    setActive(bands.reduce((best, band, index) => (Math.abs(band.trade - trade) < Math.abs((bands[best]?.trade ?? 0) - trade) ? index : best), 0));
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
  const sentence = t('stats.simulation.sentence', { start: amount(start), p50: amount(courses.endEquity.p50), p5: amount(courses.endEquity.p5), p95: amount(courses.endEquity.p95), trades: courses.trades });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_64px] gap-x-2">
      <div
        className="relative h-[260px]"
        role="img"
        aria-label={sentence}
        tabIndex={0}
        onPointerMove={pick}
        onPointerLeave={() => { setActive(null); }}
        onKeyDown={step}
        onBlur={() => { setActive(null); }}
      >
        <svg className="block size-full overflow-visible" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {roundSteps(low, high, 5).map((value) => <path key={value} d={`M0 ${y(value)}H100`} style={{ stroke: 'var(--line)' }} vectorEffect="non-scaling-stroke" />)}
          <path d={area} style={{ fill: 'var(--hover)', stroke: 'var(--line-2)' }} vectorEffect="non-scaling-stroke" />
          <path d={`M0 ${y(start)}H100`} style={{ stroke: 'var(--text-3)' }} strokeDasharray="3 3" vectorEffect="non-scaling-stroke" />
          {courses.ruinAt !== null && courses.ruinAt > low ? <path d={`M0 ${y(courses.ruinAt)}H100`} style={{ stroke: 'var(--loss)' }} strokeDasharray="6 3" vectorEffect="non-scaling-stroke" /> : null}
          <path d={line((band) => band.p50)} fill="none" strokeWidth={1.8} style={{ stroke: 'var(--text)' }} vectorEffect="non-scaling-stroke" />
          {shown ? <path d={`M${x(shown.trade)} 0V100`} style={{ stroke: 'var(--text-3)' }} vectorEffect="non-scaling-stroke" /> : null}
        </svg>
        {shown ? (
          <div className="aw-chart-note" style={x(shown.trade) > 50 ? { right: `calc(${100 - x(shown.trade)}% + 10px)` } : { left: `calc(${x(shown.trade)}% + 10px)` }} role="status">
            <b>{t('stats.simulation.after', { trade: shown.trade })}</b>
            <span>{t('stats.simulation.middle')} {amount(shown.p50)}</span>
            <span>{amount(shown.p5)} … {amount(shown.p95)}</span>
          </div>
        ) : null}
      </div>
      <div className="aw-num relative text-11 text-text-3" aria-hidden="true">
        {roundSteps(low, high, 5).map((value) => <span key={value} className="absolute -translate-y-1/2 whitespace-nowrap" style={{ top: `${y(value)}%` }}>{amount(value, true)}</span>)}
      </div>
      <div className="aw-num mt-1 flex justify-between text-11 text-text-3" aria-hidden="true"><span>0</span><span>{t('stats.simulation.axis', { trades: last })}</span></div>
    </div>
  );
}

function BandTable({ courses }: { courses: MonteCarlo }) {
  const t = useT();
  const { format, number } = useStatisticText();
  const every = Math.max(1, Math.ceil(courses.bands.length / 20));
  const rows = courses.bands.filter((_, index) => index % every === 0 || index === courses.bands.length - 1);
  const amount = (value: number) => number(value, courses.unit, courses.currency);
  const columns: Column<MonteCarloBand>[] = [
    { id: 'trade', header: t('stats.simulation.afterHeader'), cell: (band) => format.count(band.trade) },
    { id: 'p5', header: '5%', align: 'right', cell: (band) => amount(band.p5) },
    { id: 'p50', header: t('stats.simulation.middle'), align: 'right', cell: (band) => amount(band.p50) },
    { id: 'p95', header: '95%', align: 'right', cell: (band) => amount(band.p95) },
  ];
  return <Table label={t('stats.simulation.title')} columns={columns} rows={rows} rowKey={(band) => String(band.trade)} compact />;
}
