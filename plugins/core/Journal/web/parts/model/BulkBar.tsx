import { api, Button, IconButton, Input, Select, toast, toProblem, useFormat, useT } from '@aiwendy/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { journalKey } from '../../journal';
import { usePlaybooks, useTags } from './useModel';

interface Change {
  addTags?: string[];
  removeTags?: string[];
  playbookId?: string | null;
}

/** What can be done with the selected trades; a tag that was added can be taken off again. */
export function BulkBar({ ids, onClear }: { ids: readonly string[]; onClear: () => void }) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const list = useId();
  const tags = useTags();
  const playbooks = usePlaybooks();
  const [tag, setTag] = useState('');
  const change = useMutation({
    mutationFn: (patch: Change) => api.post<{ changed: number }>('/api/journal/trades/bulk', { ids, ...patch }),
    onSuccess: async ({ changed }, patch) => {
      setTag('');
      await client.invalidateQueries({ queryKey: [journalKey] });
      toast(t('bulk.done', { count: changed }), patch.addTags ? { action: { label: t('undo'), run: () => { change.mutate({ removeTags: patch.addTags }); } } } : {});
    },
    onError: (error) => { toast(toProblem(error).message, { kind: 'error' }); },
  });
  const name = tag.trim().replace(/^#/, '');
  return (
    <form
      className="flex flex-wrap items-center gap-2 border-b border-line bg-accent-soft px-4 py-2"
      aria-label={t('bulk.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (name) {
          change.mutate({ addTags: [name] });
        }
      }}
    >
      <b className="font-semibold" role="status">{t('bulk.selected', { count: ids.length, number: format.count(ids.length) })}</b>
      <Input className="max-w-40" list={list} maxLength={40} aria-label={t('bulk.tag')} placeholder={t('bulk.tag')} value={tag} onChange={(event) => { setTag(event.target.value.replaceAll('|', '')); }} />
      <datalist id={list}>{(tags.data ?? []).map((one) => <option key={one.name} value={one.name} />)}</datalist>
      <Button type="submit" size="small" icon="plus" busy={change.isPending} disabled={!name}>{t('bulk.add')}</Button>
      <Button size="small" icon="minus" disabled={!name || change.isPending} onClick={() => { change.mutate({ removeTags: [name] }); }}>{t('bulk.remove')}</Button>
      {(playbooks.data ?? []).length > 0 ? (
        <Select
          aria-label={t('bulk.playbook')}
          value=""
          onChange={(value) => { if (value) { change.mutate({ playbookId: value === 'none' ? null : value }); } }}
          options={[{ value: '', label: t('bulk.playbook') }, { value: 'none', label: t('annotate.none') }, ...(playbooks.data ?? []).map((one) => ({ value: one.id, label: one.name }))]}
        />
      ) : null}
      <span className="ml-auto"><IconButton icon="close" label={t('bulk.clear')} onClick={onClear} /></span>
    </form>
  );
}
