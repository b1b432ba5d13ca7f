import { Button, Dialog, Field, Input, Select, useT } from '@aiwendy/sdk';
import { useState } from 'react';
import type { AccountDetails } from '../../model';
import { defaultTimeZone, timeZones } from '../timeZones';
import { NumberField } from './AnnotationCards';

export type AccountInput = Pick<AccountDetails, 'name' | 'broker' | 'currency' | 'timeZone' | 'startBalance' | 'dayCutOff' | 'lotMethod' | 'breakevenBand' | 'resetOn'>;

const currencies = ['USD', 'EUR', 'GBP', 'CHF', 'JPY', 'CNY', 'HKD', 'SGD', 'AUD', 'CAD', 'INR', 'USDT', 'BTC'];

/** Everything of an account that a person can set. Another lot method, zone or cut-off counts the trades anew. */
export function AccountDialog({ account, busy, problem, onClose, onSave }: { account: AccountDetails | null; busy: boolean; problem: string | null; onClose: () => void; onSave: (input: AccountInput) => void }) {
  const t = useT();
  const [input, setInput] = useState<AccountInput>({
    name: account?.name ?? '',
    broker: account?.broker ?? null,
    currency: account?.currency ?? 'USD',
    timeZone: account?.timeZone ?? defaultTimeZone(),
    startBalance: account?.startBalance ?? 0,
    dayCutOff: account?.dayCutOff ?? null,
    lotMethod: account?.lotMethod ?? 'fifo',
    breakevenBand: account?.breakevenBand ?? 0,
    resetOn: account?.resetOn ?? null,
  });
  const set = (patch: Partial<AccountInput>) => { setInput({ ...input, ...patch }); };
  const known = [...new Set([input.currency, ...currencies])];
  return (
    <Dialog
      open
      onClose={onClose}
      className="w-[min(94vw,620px)] max-w-none"
      title={account ? account.name : t('accounts.add')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" busy={busy} disabled={!input.name.trim()} onClick={() => { onSave(input); }}>{t('save')}</Button>
        </>
      }
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('accounts.name')} error={problem}><Input maxLength={80} value={input.name} onChange={(event) => { set({ name: event.target.value }); }} /></Field>
        <Field label={t('accounts.broker')} optional><Input maxLength={80} value={input.broker ?? ''} onChange={(event) => { set({ broker: event.target.value || null }); }} /></Field>
        <Field label={t('accounts.currency')}><Select wide value={input.currency} onChange={(currency) => { set({ currency }); }} options={known.map((one) => ({ value: one, label: one }))} /></Field>
        <NumberField label={t('accounts.balance')} value={input.startBalance} onChange={(startBalance) => { set({ startBalance: startBalance ?? 0 }); }} />
        <Field label={t('accounts.zone')}><Select wide value={input.timeZone} onChange={(timeZone) => { set({ timeZone }); }} options={[...new Set([input.timeZone, ...timeZones()])].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))} /></Field>
        <Field label={t('accounts.cutOff')} help={t('accounts.cutOffHelp')}><Input type="time" value={input.dayCutOff ?? ''} onChange={(event) => { set({ dayCutOff: event.target.value || null }); }} /></Field>
        <Field label={t('accounts.lots')} help={t('accounts.lotsHelp')}>
          <Select wide value={input.lotMethod} onChange={(lotMethod) => { set({ lotMethod: lotMethod as AccountInput['lotMethod'] }); }} options={(['fifo', 'lifo', 'average'] as const).map((one) => ({ value: one, label: t(`lots.${one}`) }))} />
        </Field>
        <NumberField label={t('accounts.band')} value={input.breakevenBand} onChange={(breakevenBand) => { set({ breakevenBand: breakevenBand ?? 0 }); }} />
        <Field label={t('accounts.reset')} help={t('accounts.resetHelp')}><Input type="date" value={input.resetOn ?? ''} onChange={(event) => { set({ resetOn: event.target.value || null }); }} /></Field>
      </div>
    </Dialog>
  );
}
