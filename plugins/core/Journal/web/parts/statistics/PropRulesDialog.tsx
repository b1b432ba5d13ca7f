import { api, Button, Dialog, Field, Input, Select, toProblem, useT } from '@aiwendy/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { journalKey, listAccounts } from '../../journal';
import { propInputOf, type PropDraft, type PropRules } from '../../propRules';

const empty: PropDraft = { accountId: '', name: '', drawdown: 'trailing', dailyLoss: '', maxDrawdown: '', profitTarget: '', consistency: '', minimumDays: '' };

/** The rules of a programme, as its contract states them. */
export function PropRulesDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const client = useQueryClient();
  const accounts = useQuery({ queryKey: [journalKey, 'accounts'], queryFn: ({ signal }) => listAccounts(signal) });
  const [draft, setDraft] = useState(empty);
  const [isTried, setTried] = useState(false);
  const accountId = draft.accountId || (accounts.data?.find((account) => !account.isSample) ?? accounts.data?.[0])?.id || '';
  const account = accounts.data?.find((one) => one.id === accountId);
  const checked = propInputOf({ ...draft, accountId });
  const save = useMutation({
    mutationFn: (rules: Omit<PropRules, 'id'>) => api.post('/api/journal/prop-rules', rules),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [journalKey, 'prop-standing'] });
      onClose();
    },
  });
  const problem = save.error ? toProblem(save.error).message : isTried && 'problem' in checked ? t(`stats.programmes.problem.${checked.problem}`) : null;
  const set = (change: Partial<PropDraft>) => { setDraft((before) => ({ ...before, ...change })); };
  const amount = (name: 'dailyLoss' | 'maxDrawdown' | 'profitTarget' | 'consistency' | 'minimumDays', suffix: string) => (
    <Field label={t(`stats.programmes.field.${name}`)} optional><Input inputMode="decimal" autoComplete="off" suffix={suffix || undefined} value={draft[name]} onChange={(event) => { set({ [name]: event.target.value }); }} /></Field>
  );
  const submit = () => {
    setTried(true);
    if ('input' in checked) {
      save.mutate(checked.input);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      className="w-[min(94vw,620px)] max-w-none"
      title={t('stats.programmes.add')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" busy={save.isPending} disabled={!accountId} onClick={submit}>{t('save')}</Button>
        </>
      }
    >
      <form className="grid gap-3 sm:grid-cols-2" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <Field label={t('stats.programmes.field.name')} error={problem}><Input maxLength={80} value={draft.name} onChange={(event) => { set({ name: event.target.value }); }} /></Field>
        <Field label={t('import.account')}><Select wide value={accountId} onChange={(id) => { set({ accountId: id }); }} options={(accounts.data ?? []).map((one) => ({ value: one.id, label: `${one.name} (${one.currency})` }))} /></Field>
        {amount('dailyLoss', account?.currency ?? '')}
        {amount('profitTarget', account?.currency ?? '')}
        {amount('maxDrawdown', account?.currency ?? '')}
        <Field label={t('stats.programmes.field.drawdown')}><Select wide value={draft.drawdown} onChange={(drawdown) => { set({ drawdown: drawdown as PropDraft['drawdown'] }); }} options={(['trailing', 'static'] as const).map((one) => ({ value: one, label: t(`stats.programmes.drawdown.${one}`) }))} /></Field>
        {amount('consistency', '%')}
        {amount('minimumDays', '')}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  );
}
