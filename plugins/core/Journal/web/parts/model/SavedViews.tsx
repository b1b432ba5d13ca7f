import { api, Button, Dialog, Field, Input, Menu, toast, toProblem, useT, type MenuItem } from '@aiwendy/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { journalKey } from '../../journal';
import type { SavedView } from '../../model';
import { useViews } from './useModel';

/** Filters under a name: open one, save what is shown, remove the one that is open. */
export function SavedViews({ query, onOpen }: { query: string; onOpen: (query: string) => void }) {
  const t = useT();
  const client = useQueryClient();
  const views = useViews();
  const [isNaming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const refresh = () => client.invalidateQueries({ queryKey: [journalKey, 'views'] });
  const complain = (error: unknown) => { toast(toProblem(error).message, { kind: 'error' }); };
  const save = useMutation({ mutationFn: (view: Pick<SavedView, 'name' | 'query'>) => api.post('/api/journal/views', view), onSuccess: async () => { setNaming(false); setName(''); await refresh(); }, onError: complain });
  const remove = useMutation({
    mutationFn: (view: SavedView) => api.delete(`/api/journal/views/${view.id}`),
    onSuccess: async (_, view) => {
      await refresh();
      toast(t('views.removed', { name: view.name }), { action: { label: t('undo'), run: () => { save.mutate(view); } } });
    },
    onError: complain,
  });
  const list = views.data ?? [];
  const open = list.find((view) => view.query === query);
  const items: MenuItem[] = [
    ...list.map((view): MenuItem => ({ label: view.name, checked: view === open, onSelect: () => { onOpen(view.query); } })),
    ...(list.length > 0 ? (['separator'] as const) : []),
    { label: t('views.save'), icon: 'plus', onSelect: () => { setNaming(true); } },
    ...(open ? [{ label: t('views.remove', { name: open.name }), icon: 'trash' as const, destructive: true, onSelect: () => { remove.mutate(open); } }] : []),
  ];
  return (
    <>
      <Menu label={t('views.title')} align="start" items={items} trigger={<Button icon="filter">{open?.name ?? t('views.title')}</Button>} />
      <Dialog
        open={isNaming}
        onClose={() => { setNaming(false); }}
        title={t('views.save')}
        footer={
          <>
            <Button kind="quiet" onClick={() => { setNaming(false); }}>{t('cancel')}</Button>
            <Button kind="primary" busy={save.isPending} disabled={!name.trim()} onClick={() => { save.mutate({ name, query }); }}>{t('save')}</Button>
          </>
        }
      >
        <Field label={t('views.name')} help={t('views.help')}><Input maxLength={80} value={name} onChange={(event) => { setName(event.target.value); }} /></Field>
      </Dialog>
    </>
  );
}
