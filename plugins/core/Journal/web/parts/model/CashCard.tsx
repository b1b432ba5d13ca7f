import { api, Button, Card, dayKey, EmptyState, ErrorState, IconButton, Input, Money, Select, Skeleton, Table, toast, toProblem, useFormat, useT, type Column } from '@aiwendy/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { journalKey } from '../../journal';
import { typedNumber, type AccountDetails, type CashMovement } from '../../model';

const kinds = ['deposit', 'withdrawal', 'fee', 'interest', 'dividend'] as const;

/** Deposits, withdrawals and costs that belong to no trade, account by account. */
export function CashCard({ accounts }: { accounts: readonly AccountDetails[] }) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const [chosen, setChosen] = useState(accounts[0]?.id ?? '');
  const account = accounts.find((one) => one.id === chosen) ?? accounts[0];
  const [kind, setKind] = useState<CashMovement['kind']>('deposit');
  const [amount, setAmount] = useState('');
  const [day, setDay] = useState(dayKey(new Date(), format.zone));
  const path = `/api/journal/accounts/${account?.id ?? ''}/cash`;
  const cash = useQuery({ queryKey: [journalKey, 'cash', account?.id], queryFn: async ({ signal }) => (await api.get<{ items: CashMovement[] }>(path, { signal })).items });
  const refresh = () => client.invalidateQueries({ queryKey: [journalKey] });
  const complain = (error: unknown) => { toast(toProblem(error).message, { kind: 'error' }); };
  const add = useMutation({ mutationFn: (movement: Pick<CashMovement, 'kind' | 'amount' | 'day' | 'note'>) => api.post(path, movement), onSuccess: async () => { setAmount(''); await refresh(); }, onError: complain });
  const remove = useMutation({
    mutationFn: (movement: CashMovement) => api.delete(`${path}/${movement.id}`),
    onSuccess: async (_, movement) => {
      await refresh();
      toast(t('cash.removed'), { action: { label: t('undo'), run: () => { add.mutate(movement); } } });
    },
    onError: complain,
  });
  const typed = typedNumber(amount);
  const columns: Column<CashMovement>[] = [
    { id: 'day', header: t('cash.day'), cell: (movement) => format.date(`${movement.day}T12:00:00Z`, { year: true }) },
    { id: 'kind', header: t('cash.kind'), cell: (movement) => t(`cash.${movement.kind}`) },
    { id: 'note', header: t('cash.note'), hideOnPhone: true, cell: (movement) => movement.note ?? '' },
    { id: 'effect', header: t('cash.amount'), align: 'right', cell: (movement) => <Money value={movement.effect} currency={movement.currency} /> },
    { id: 'remove', header: <span className="aw-vh">{t('remove')}</span>, align: 'right', cell: (movement) => <IconButton icon="trash" label={t('remove')} onClick={() => { remove.mutate(movement); }} /> },
  ];
  return (
    <Card flush title={t('cash.title')}>
      <form
        className="flex flex-wrap items-center gap-2 px-4 pt-1 pb-3 max-md:grid max-md:grid-cols-2 max-md:[&>*]:w-full max-md:[&>*]:max-w-none"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed) {
            add.mutate({ kind, amount: typed, day, note: null });
          }
        }}
      >
        {accounts.length > 1 ? <Select wide aria-label={t('accounts.title')} value={account?.id ?? ''} onChange={setChosen} options={accounts.map((one) => ({ value: one.id, label: one.name }))} /> : null}
        <Select wide aria-label={t('cash.kind')} value={kind} onChange={(value) => { setKind(value as CashMovement['kind']); }} options={kinds.map((one) => ({ value: one, label: t(`cash.${one}`) }))} />
        <Input className="text-right md:max-w-36" inputMode="decimal" suffix={account?.currency} aria-label={t('cash.amount')} placeholder="0.00" value={amount} onChange={(event) => { setAmount(event.target.value); }} />
        <Input className="md:max-w-40" type="date" aria-label={t('cash.day')} value={day} onChange={(event) => { setDay(event.target.value); }} />
        <Button type="submit" icon="plus" busy={add.isPending} disabled={!typed || typed <= 0 || !day}>{t('cash.add')}</Button>
      </form>
      {cash.isPending ? <Skeleton lines={2} /> : null}
      {cash.isError ? <ErrorState problem={cash.error} onRetry={() => void cash.refetch()} /> : null}
      {cash.isSuccess && cash.data.length === 0 ? <EmptyState>{t('cash.none')}</EmptyState> : null}
      {cash.isSuccess && cash.data.length > 0 ? <Table label={t('cash.title')} columns={columns} rows={cash.data} rowKey={(movement) => movement.id} /> : null}
    </Card>
  );
}
