import { Button, Field, formatDate, Icon, Input, Popover, useGlobalBar, useLanguage, useT, type GlobalBar, type Language, type PeriodPreset, type Translate } from '@aiwendy/sdk';
import { useState } from 'react';

const presets: readonly PeriodPreset[] = ['all', 'today', 'week', 'month', 'quarter', 'year'];

/** What the chosen period is called: its name, or its days. */
export function periodText(bar: GlobalBar, language: Language, t: Translate): string {
  if (bar.period !== 'custom') {
    return t(`bar.periods.${bar.period}`);
  }
  const day = (value: string) => formatDate(`${value}T00:00:00Z`, 'UTC', language, { year: true });
  if (bar.from && bar.to) {
    return `${day(bar.from)} – ${day(bar.to)}`;
  }
  if (bar.from) {
    return t('bar.since', { from: day(bar.from) });
  }
  return bar.to ? t('bar.until', { to: day(bar.to) }) : t('bar.periods.all');
}

/** Chooses the period: a named one, or first and last day. */
export function PeriodPicker() {
  const t = useT('shell');
  const language = useLanguage();
  const [bar, change] = useGlobalBar();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      label={t('bar.period')}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className="sh-pick" aria-label={`${t('bar.period')}: ${periodText(bar, language, t)}`}>
          {periodText(bar, language, t)}
          <Icon name="chevron-down" />
        </button>
      }
    >
      <div className="grid gap-3 min-w-[240px]">
        <div className="grid grid-cols-2 gap-1">
          {presets.map((period) => (
            <button
              key={period}
              type="button"
              className="sh-choice"
              aria-pressed={bar.period === period}
              onClick={() => {
                change({ period: period === 'all' ? undefined : period, from: null, to: null });
                setOpen(false);
              }}
            >
              {t(`bar.periods.${period}`)}
            </button>
          ))}
        </div>
        <CustomDays
          from={bar.from}
          to={bar.to}
          onApply={(from, to) => {
            change({ period: from || to ? 'custom' : undefined, from: from || null, to: to || null });
            setOpen(false);
          }}
        />
      </div>
    </Popover>
  );
}

function CustomDays({ from, to, onApply }: { from: string | null; to: string | null; onApply: (from: string, to: string) => void }) {
  const t = useT('shell');
  const [first, setFirst] = useState(from ?? '');
  const [last, setLast] = useState(to ?? '');
  return (
    <form
      className="grid gap-2 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        onApply(first, last);
      }}
    >
      <div className="grid grid-cols-2 gap-2">
        <Field label={t('bar.from')}>
          <Input type="date" value={first} max={last || undefined} onChange={(event) => setFirst(event.target.value)} />
        </Field>
        <Field label={t('bar.to')}>
          <Input type="date" value={last} min={first || undefined} onChange={(event) => setLast(event.target.value)} />
        </Field>
      </div>
      <Button type="submit">{t('bar.apply')}</Button>
    </form>
  );
}
