import type { CSSProperties } from 'react';
import { Link } from 'react-router';
import { signOf, spokenMoney } from '../format/numbers';
import { formatDate } from '../format/times';
import type { Unit } from '../hooks/globalBar';
import { useLanguage, useT } from '../i18n/useT';
import { Money, Signed } from '../ui/Money';
import { formatAmount } from './amount';
import { levelOf, monthWeeks, type CalendarDay } from './calendar';

export interface CalendarHeatmapProps {
  /** `2026-11` */
  month: string;
  days: readonly CalendarDay[];
  currency: string;
  /** What the results are stated in; money by default. */
  unit?: Unit;
  /** The day that is outlined. */
  today?: string;
  /** Where a day leads. */
  dayLink?: (date: string) => string;
}

/** The days of a month by result: signed amounts, four steps a side, the week's total at the end. A table in itself. */
export function CalendarHeatmap({ month, days, currency, unit = 'money', today, dayLink }: CalendarHeatmapProps) {
  const t = useT('kit');
  const language = useLanguage();
  const byDate = new Map(days.map((day) => [day.date, day]));
  const nets = days.map((day) => day.net);
  const hasWeekend = days.some((day) => new Date(`${day.date}T00:00:00Z`).getUTCDay() % 6 === 0);
  const columns = hasWeekend ? 7 : 5;
  const weeks = monthWeeks(month)
    .map((week) => week.slice(0, columns))
    .filter((week) => week.some((date) => date !== null));
  const weekdays = Array.from({ length: columns }, (_, index) => new Intl.DateTimeFormat(language === 'zh-CN' ? 'zh-CN' : 'en-GB', { weekday: language === 'zh-CN' ? 'narrow' : 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + index))));
  const grid: CSSProperties = { gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr)) minmax(0, 1.08fr)` };

  return (
    <div role="table" aria-label={formatDate(`${month}-01T00:00:00Z`, 'UTC', language, { year: true })} className="grid gap-1">
      <div role="row" className="aw-calendar" style={grid}>
        {weekdays.map((name) => (
          <span key={name} role="columnheader" className="aw-calendar-head">
            {name}
          </span>
        ))}
        <span role="columnheader" className="aw-calendar-head text-right!">
          {t('week')}
        </span>
      </div>
      {weeks.map((week) => {
        const traded = week.map((date) => (date ? byDate.get(date) : undefined)).filter((day): day is CalendarDay => day !== undefined);
        return (
          <div key={week.find((date) => date !== null)} role="row" className="aw-calendar" style={grid}>
            {week.map((date, index) => (
              <div key={date ?? index} role="cell" className="min-w-0">
                {date && <Day date={date} day={byDate.get(date)} currency={currency} unit={unit} level={byDate.has(date) ? levelOf(byDate.get(date)?.net ?? 0, nets) : 'none'} isToday={date === today} link={dayLink?.(date)} />}
              </div>
            ))}
            <div role="cell" className="aw-day" data-week="">
              {traded.length > 0 && (
                <>
                  <WeekTotal value={traded.reduce((sum, day) => sum + day.net, 0)} currency={currency} unit={unit} />
                  <small>{t('trades', { count: traded.reduce((sum, day) => sum + day.trades, 0) })}</small>
                </>
              )}
            </div>
          </div>
        );
      })}
    </div>
  );
}

function WeekTotal({ value, currency, unit }: { value: number; currency: string; unit: Unit }) {
  const language = useLanguage();
  return unit === 'money' ? <Money value={value} currency={currency} plain /> : <Signed sign={signOf(value)} text={formatAmount(value, unit, currency, language, { signed: true, whole: true })} triangle={false} />;
}

function Day({ date, day, currency, unit, level, isToday, link }: { date: string; day: CalendarDay | undefined; currency: string; unit: Unit; level: string; isToday: boolean; link?: string }) {
  const t = useT('kit');
  const language = useLanguage();
  const number = Number(date.slice(8));
  if (!day) {
    return (
      <div className="aw-day" data-level="none" data-today={isToday || undefined}>
        <span className="aw-day-number">{number}</span>
      </div>
    );
  }
  const name = `${formatDate(`${date}T00:00:00Z`, 'UTC', language, { weekday: true })}: ${unit === 'money' ? spokenMoney(day.net, currency, language) : formatAmount(day.net, unit, currency, language, { signed: true })}, ${t('trades', { count: day.trades })}`;
  const content = (
    <>
      <span className="aw-day-number">{number}</span>
      <b data-sign={signOf(day.net)}>
        {day.net !== 0 && <i className="aw-tri" aria-hidden="true" />}
        {formatAmount(day.net, unit, currency, language, { signed: true, whole: true }).replace(/[^\d+\u2212,.%]/g, '')}
      </b>
      <small>{t('trades', { count: day.trades })}</small>
    </>
  );
  return link ? (
    <Link to={link} className="aw-day" data-level={level} data-today={isToday || undefined} aria-label={name}>
      {content}
    </Link>
  ) : (
    <div className="aw-day" data-level={level} data-today={isToday || undefined} role="img" aria-label={name}>
      {content}
    </div>
  );
}
