import { api, Badge, Button, Card, EmptyState, ErrorState, PageHead, Skeleton, Table, toast, toProblem, useFormat, useT, type Column } from '@aiwendy/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountDetails } from '../model';
import { AccountDialog, type AccountInput } from '../parts/model/AccountDialog';
import { CashCard } from '../parts/model/CashCard';
import { useAccountDetails } from '../parts/model/useModel';

/** Trading accounts with the conventions by which their trades are counted, and the money that moved without a trade. */
export default function AccountsPage() {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const accounts = useAccountDetails();
  const [editing, setEditing] = useState<AccountDetails | 'new' | null>(null);
  const save = useMutation({
    mutationFn: async ({ id, input }: { id: string | null; input: AccountInput }) => {
      const made = id ?? (await api.post<AccountDetails>('/api/journal/accounts', { name: input.name, currency: input.currency, timeZone: input.timeZone, startBalance: input.startBalance })).id;
      return await api.patch<AccountDetails>(`/api/journal/accounts/${made}`, input);
    },
    onSuccess: async () => {
      setEditing(null);
      await client.invalidateQueries();
      toast(t('accounts.saved'));
    },
  });
  const list = accounts.data ?? [];
  const columns: Column<AccountDetails>[] = [
    { id: 'name', header: t('accounts.name'), cell: (account) => <button type="button" className="aw-link text-left" onClick={() => { setEditing(account); }}>{account.name}</button> },
    { id: 'broker', header: t('accounts.broker'), hideOnPhone: true, cell: (account) => account.broker ?? (account.isSample ? <Badge>{t('accounts.sample')}</Badge> : '') },
    { id: 'currency', header: t('accounts.currency'), cell: (account) => account.currency },
    { id: 'zone', header: t('accounts.zone'), hideOnPhone: true, cell: (account) => `${account.timeZone.replaceAll('_', ' ')}${account.dayCutOff ? `, ${account.dayCutOff}` : ''}` },
    { id: 'lots', header: t('accounts.lots'), hideOnPhone: true, cell: (account) => t(`lots.${account.lotMethod}`) },
    { id: 'balance', header: t('accounts.balance'), align: 'right', hideOnPhone: true, cell: (account) => format.money(account.startBalance, account.currency) },
    { id: 'trades', header: t('figure.trades'), align: 'right', cell: (account) => format.count(account.trades) },
  ];
  return (
    <>
      <PageHead title={t('accounts.title')} actions={<Button kind="primary" icon="plus" onClick={() => { setEditing('new'); }}>{t('accounts.add')}</Button>}>{t('accounts.lead')}</PageHead>
      <div className="grid gap-3">
        {accounts.isPending ? <Card flush><Skeleton lines={4} /></Card> : null}
        {accounts.isError ? <Card><ErrorState problem={accounts.error} onRetry={() => void accounts.refetch()} /></Card> : null}
        {accounts.isSuccess && list.length === 0 ? <Card><EmptyState>{t('accounts.none')}</EmptyState></Card> : null}
        {list.length > 0 ? <Card flush><Table label={t('accounts.title')} columns={columns} rows={list} rowKey={(account) => account.id} onOpen={setEditing} /></Card> : null}
        {list.length > 0 ? <CashCard accounts={list} /> : null}
      </div>
      {editing ? (
        <AccountDialog
          key={editing === 'new' ? 'new' : editing.id}
          account={editing === 'new' ? null : editing}
          busy={save.isPending}
          problem={save.error ? toProblem(save.error).message : null}
          onClose={() => { save.reset(); setEditing(null); }}
          onSave={(input) => { save.mutate({ id: editing === 'new' ? null : editing.id, input }); }}
        />
      ) : null}
    </>
  );
}
