import { Checkbox, Field, Input, Segmented, Select, useT } from '@aiwendy/sdk';
import { columnOptions, mainFields, moreFields, wordsOf, type ColumnMapping, type Inspection } from '../../imports';

/** Says for each thing which column holds it. */
export function MappingFields({ inspection, mapping, onChange }: { inspection: Inspection; mapping: ColumnMapping; onChange: (mapping: ColumnMapping) => void }) {
  const t = useT();
  const kind = mapping.kind === 'trades' ? 'trades' : 'executions';
  const columns = mapping.columns ?? {};
  const headings = mapping.hasHeader === false ? [] : inspection.headings;
  const choices = columnOptions(headings, Math.max(0, ...inspection.rows.map((row) => row.length)), (number) => t('wizard.column', { number }));
  const none = { value: '', label: t('wizard.noColumn') };
  const setColumn = (field: string, column: string) => {
    const next = Object.fromEntries(Object.entries(columns).filter(([name]) => name !== field));
    onChange({ ...mapping, columns: column ? { ...next, [field]: column } : next });
  };
  const field = (name: string) => (
    <Field key={name} label={t(`wizard.field.${name === 'date' || name === 'time' || name === 'price' ? `${name}_${kind}` : name}`)}>
      <Select wide value={columns[name] ?? ''} onChange={(column) => { setColumn(name, column); }} options={[none, ...withCurrent(choices, columns[name])]} />
    </Field>
  );
  const words = wordsOf(columns['side'], headings, inspection.rows);
  const fees = mapping.fees ?? [];
  const setFee = (index: number, column: string) => {
    const next = [fees[0] ?? '', fees[1] ?? ''];
    next[index] = column;
    onChange({ ...mapping, fees: [...new Set(next.filter(Boolean))] });
  };
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-4">
        <Segmented label={t('wizard.kind')} value={kind} onChange={(value) => { onChange({ ...mapping, kind: value }); }} options={[{ value: 'executions', label: t('wizard.executions') }, { value: 'trades', label: t('wizard.trades') }]} />
        <Checkbox label={t('wizard.hasHeader')} checked={mapping.hasHeader !== false} onChange={(event) => { onChange({ ...mapping, hasHeader: event.target.checked, columns: {}, fees: [] }); }} />
      </div>
      <div className="grid items-start gap-3 sm:grid-cols-2">
        {mainFields[kind].map(field)}
        {columns['symbol'] ? null : <Field label={t('wizard.fixedSymbol')} help={t('wizard.fixedSymbolHelp')}><Input value={mapping.symbol ?? ''} maxLength={100} onChange={(event) => { onChange({ ...mapping, symbol: event.target.value.trim() === '' ? null : event.target.value }); }} /></Field>}
        {[0, 1].map((index) => <Field key={index} label={t(index === 0 ? 'wizard.fee' : 'wizard.secondFee')}><Select wide value={fees[index] ?? ''} onChange={(column) => { setFee(index, column); }} options={[none, ...withCurrent(choices, fees[index])]} /></Field>)}
      </div>
      {words.length > 0 ? (
        <fieldset>
          <legend className="mb-2 font-medium">{t('wizard.sides')}</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {words.map((word) => (
              <Field key={word} label={word}>
                <Select wide value={mapping.sides?.[word] ?? ''} onChange={(side) => { const rest = Object.fromEntries(Object.entries(mapping.sides ?? {}).filter(([name]) => name !== word)); onChange({ ...mapping, sides: side ? { ...rest, [word]: side as 'buy' | 'sell' } : rest }); }} options={[{ value: '', label: t('wizard.auto') }, { value: 'buy', label: t('fill.buy') }, { value: 'sell', label: t('fill.sell') }]} />
              </Field>
            ))}
          </div>
        </fieldset>
      ) : null}
      <details>
        <summary className="aw-link inline-block cursor-pointer">{t('wizard.more')}</summary>
        <div className="mt-3 grid gap-3 sm:grid-cols-2">{moreFields[kind].map(field)}</div>
      </details>
    </div>
  );
}

/** A suggested column stays choosable also where its heading is written in another way. */
function withCurrent(choices: { value: string; label: string }[], current: string | undefined): { value: string; label: string }[] {
  return current && !choices.some((choice) => choice.value === current) ? [{ value: current, label: current }, ...choices] : choices;
}
