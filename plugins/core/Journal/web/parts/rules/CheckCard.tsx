import { Button, Card, Checkbox, ErrorState, Field, Input, Segmented, Select, Skeleton, useGlobalBar, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { journalKey, listAccounts } from '../../journal';
import { CheckAnswer } from './CheckAnswer';
import { useCheck, useRules } from './useRules';

/** Holds a trade that one is about to open against the own rules. */
export function CheckCard() {
  const t = useT();
  const [bar] = useGlobalBar();
  const accounts = useQuery({ queryKey: [journalKey, 'accounts'], queryFn: ({ signal }) => listAccounts(signal) });
  const rules = useRules();
  const check = useCheck();
  const [trade, setTrade] = useState({ accountId: '', symbol: '', quantity: '', risk: '' });
  const [side, setSide] = useState<'long' | 'short'>('long');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [isTried, setTried] = useState(false);
  const own = accounts.data?.filter((account) => !account.isSample) ?? [];
  const usable = own.length > 0 ? own : accounts.data ?? [];
  const accountId = trade.accountId || (bar.account && usable.some((account) => account.id === bar.account) ? bar.account : usable[0]?.id ?? '');
  const currency = usable.find((account) => account.id === accountId)?.currency ?? '';
  const quantity = Number(trade.quantity.replace(',', '.'));
  const risk = trade.risk.trim() === '' ? null : Number(trade.risk.replace(',', '.'));
  const problems = {
    symbol: trade.symbol.trim() === '' ? t('rules.check.needSymbol') : null,
    quantity: quantity > 0 ? null : t('rules.problem.number'),
    risk: risk === null || risk >= 0 ? null : t('rules.problem.number'),
  };
  const change = (next: Partial<typeof trade>) => { setTrade((before) => ({ ...before, ...next })); check.reset(); };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!problems.symbol && !problems.quantity && !problems.risk) {
      check.mutate({ accountId, symbol: trade.symbol.trim(), side, quantity, risk, playbookId: null, checklist: [...ticked] });
    }
  };
  return (
    <Card title={t('rules.check.title')}>
      {accounts.isPending || rules.isPending ? <Skeleton lines={6} /> : null}
      {accounts.isError ? <ErrorState problem={accounts.error} onRetry={() => void accounts.refetch()} /> : null}
      {accounts.data && usable.length === 0 ? <p className="text-text-2">{t('rules.check.noAccount')}</p> : null}
      {usable.length > 0 && !rules.isPending ? (
        <form className="grid gap-3" onSubmit={submit} noValidate>
          <p className="text-text-2">{t('rules.check.lead')}</p>
          <Field label={t('import.account')}><Select wide value={accountId} onChange={(value) => { change({ accountId: value }); }} options={usable.map((account) => ({ value: account.id, label: account.name }))} /></Field>
          <div className="grid grid-cols-2 gap-3">
            <Field label={t('trade.instrument')} error={isTried ? problems.symbol : null}><Input autoComplete="off" maxLength={100} value={trade.symbol} onChange={(event) => { change({ symbol: event.target.value }); }} /></Field>
            <div className="aw-field"><span className="aw-field-label">{t('trade.side')}</span><div className="justify-self-start"><Segmented label={t('trade.side')} value={side} onChange={(value) => { setSide(value); check.reset(); }} options={[{ value: 'long', label: t('side.long') }, { value: 'short', label: t('side.short') }]} /></div></div>
            <Field label={t('fill.quantity')} error={isTried ? problems.quantity : null}><Input inputMode="decimal" autoComplete="off" value={trade.quantity} onChange={(event) => { change({ quantity: event.target.value }); }} /></Field>
            <Field label={t('rules.check.risk')} optional error={isTried ? problems.risk : null}><Input inputMode="decimal" autoComplete="off" suffix={currency} value={trade.risk} onChange={(event) => { change({ risk: event.target.value }); }} /></Field>
          </div>
          {rules.data && rules.data.requiredChecklist.length > 0 ? (
            <fieldset className="grid gap-1.5">
              <legend className="mb-1.5 font-medium">{t('rules.checklist')}</legend>
              {rules.data.requiredChecklist.map((item) => <Checkbox key={item.value} label={item.value} checked={ticked.includes(item.value)} onChange={(event) => { setTicked(event.target.checked ? [...ticked, item.value] : ticked.filter((one) => one !== item.value)); check.reset(); }} />)}
            </fieldset>
          ) : null}
          <div><Button type="submit" kind="primary" icon="check" busy={check.isPending}>{t('rules.check.ask')}</Button></div>
          {check.isError ? <ErrorState problem={check.error} /> : null}
        </form>
      ) : null}
      {check.data ? <CheckAnswer key={check.data.checkId} check={check.data} /> : null}
    </Card>
  );
}
