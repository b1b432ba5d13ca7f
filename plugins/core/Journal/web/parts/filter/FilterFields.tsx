import { Field, Input, Select, useFormat, useSearchParams, useT } from '@aiwendy/sdk';
import { useState } from 'react';
import { amountOf, filterOf, withFilter, type FilterName } from '../../filter';
import { usePlaybooks, useProjects, useTags } from '../model/useModel';
import { hourText, weekdayName } from './useFilterWords';
import { useSymbolOf } from './useSymbolOf';

/** Every field of the filter; each holds at once. */
export function FilterFields({ id }: { id: string }) {
  const t = useT();
  const { language } = useFormat();
  const [search, setSearch] = useSearchParams();
  const tags = useTags();
  const playbooks = usePlaybooks();
  const projects = useProjects();
  const symbolOf = useSymbolOf();
  const filter = filterOf(search);
  const set = (name: FilterName, value: string) => {
    if ((filter[name] ?? '') !== value) {
      setSearch((before) => withFilter(before, { [name]: value }), { replace: true });
    }
  };
  const any = { value: '', label: t('filter.any') };
  const choice = (name: FilterName, options: readonly { value: string; label: string }[]) => (
    <Field label={t(`filter.${name}`)}><Select wide value={filter[name] ?? ''} onChange={(value) => { set(name, value); }} options={[any, ...options]} /></Field>
  );
  const tagNames = [...new Set([...(filter.tag ? [filter.tag] : []), ...(tags.data ?? []).map((tag) => tag.name)])];
  return (
    <div id={id} className="aw-card grid grid-cols-2 items-end gap-3 p-4 lg:grid-cols-4">
      <TypedField label={t('filter.symbol')} value={filter.symbol ?? ''} read={symbolOf} onChange={(value) => { set('symbol', value); }} />
      {choice('side', (['long', 'short'] as const).map((side) => ({ value: side, label: t(`side.${side}`) })))}
      {choice('outcome', (['win', 'loss', 'breakeven'] as const).map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) })))}
      {choice('weekday', [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayName(day, language) })))}
      {choice('hour', Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourText(hour) })))}
      {choice('tag', tagNames.map((tag) => ({ value: tag, label: tag })))}
      {choice('setup', (playbooks.data ?? []).map((one) => ({ value: one.id, label: one.name })))}
      {choice('projectId', (projects.data ?? []).map((one) => ({ value: one.id, label: one.name })))}
      {(['Duration', 'Size'] as const).map((what) => (
        <div key={what} className="col-span-2 grid grid-cols-2 items-end gap-3">
          {(['min', 'max'] as const).map((end) => <TypedField key={end} decimal label={t(`filter.${end}${what}`)} value={filter[`${end}${what}`] ?? ''} read={amountOf} onChange={(value) => { set(`${end}${what}`, value); }} />)}
        </div>
      ))}
    </div>
  );
}

/** A field whose text holds once it is left or Enter is pressed, so that half a word asks for nothing. */
function TypedField({ label, value, read, onChange, decimal = false }: { label: string; value: string; read: (text: string) => string; onChange: (value: string) => void; decimal?: boolean }) {
  const [typed, setTyped] = useState<string | null>(null);
  const settle = () => {
    if (typed !== null) {
      setTyped(null);
      onChange(read(typed));
    }
  };
  return (
    <Field label={label}>
      <Input
        autoComplete="off"
        maxLength={100}
        inputMode={decimal ? 'decimal' : undefined}
        value={typed ?? value}
        onChange={(event) => { setTyped(event.target.value); }}
        onBlur={settle}
        onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); settle(); } }}
      />
    </Field>
  );
}
