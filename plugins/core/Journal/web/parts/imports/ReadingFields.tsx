import { Field, Select, useT } from '@aiwendy/sdk';
import type { ImportChoices } from '../../imports';
import { timeZones } from '../timeZones';

const encodings = ['utf-8', 'utf-16', 'gb18030', 'big5', 'shift_jis', 'windows-1250', 'windows-1251', 'windows-1252', 'iso-8859-1'];

export interface Reading extends Omit<ImportChoices, 'mapping'> {
  timeZone: string;
}

/** How a file is read where the recognition is wrong: characters, order of dates, decimals, zone. */
export function ReadingFields({ value, detected, onChange }: { value: Reading; detected?: { encoding?: string | null; dateOrder?: string | null; decimalSeparator?: string | null }; onChange: (change: Partial<Reading>) => void }) {
  const t = useT();
  const auto = (found: string | null | undefined) => ({ value: '', label: found ? t('wizard.autoAs', { found }) : t('wizard.auto') });
  const order = (name: string | null | undefined) => (name === 'dayFirst' || name === 'monthFirst' ? t(`wizard.${name}`) : null);
  const separator = (sign: string | null | undefined) => (sign === '.' ? t('wizard.point') : sign === ',' ? t('wizard.comma') : null);
  return (
    <div className="grid gap-3 md:grid-cols-2 xl:grid-cols-4">
      <Field label={t('wizard.encoding')}><Select wide value={value.encoding ?? ''} onChange={(encoding) => { onChange({ encoding: encoding || null }); }} options={[auto(detected?.encoding?.toUpperCase()), ...encodings.map((name) => ({ value: name, label: name.toUpperCase() }))]} /></Field>
      <Field label={t('wizard.dateOrder')}><Select wide value={value.dateOrder ?? ''} onChange={(name) => { onChange({ dateOrder: (name || null) as Reading['dateOrder'] }); }} options={[auto(order(detected?.dateOrder)), { value: 'dayFirst', label: t('wizard.dayFirst') }, { value: 'monthFirst', label: t('wizard.monthFirst') }]} /></Field>
      <Field label={t('wizard.decimal')}><Select wide value={value.decimalSeparator ?? ''} onChange={(sign) => { onChange({ decimalSeparator: (sign || null) as Reading['decimalSeparator'] }); }} options={[auto(separator(detected?.decimalSeparator)), { value: '.', label: t('wizard.point') }, { value: ',', label: t('wizard.comma') }]} /></Field>
      <Field label={t('import.zone')}><Select wide value={value.timeZone} onChange={(timeZone) => { onChange({ timeZone }); }} options={timeZones().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))} /></Field>
    </div>
  );
}
