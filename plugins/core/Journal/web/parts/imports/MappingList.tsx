import { api, Button, Card, ErrorState, IconButton, toast, toProblem, useFormat, useT } from '@aiwendy/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { StoredMapping } from '../../imports';
import { journalKey } from '../../journal';

const key = [journalKey, 'import-mappings'];

/** What was said about the columns of files; it can be passed on as a small file. */
export function MappingList() {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const mappings = useQuery({ queryKey: key, queryFn: ({ signal }) => api.get<{ items: StoredMapping[] }>('/api/journal/import-mappings', { signal }) });
  const fail = (error: unknown) => { toast(toProblem(error).message, { kind: 'error' }); };
  const refresh = () => client.invalidateQueries({ queryKey: key });
  const add = useMutation({ mutationFn: async (file: File) => { const { name, headings, choices } = JSON.parse(await file.text()) as StoredMapping; await api.post('/api/journal/import-mappings', { name, headings, choices }); }, onSuccess: refresh, onError: fail });
  const remove = useMutation({
    mutationFn: (mapping: StoredMapping) => api.delete(`/api/journal/import-mappings/${mapping.id}`),
    onSuccess: async (_, { name, headings, choices }) => {
      await refresh();
      toast(t('wizard.forgotten'), { action: { label: t('undo'), run: () => { api.post('/api/journal/import-mappings', { name, headings, choices }).then(refresh, fail); } } });
    },
    onError: fail,
  });
  if (mappings.isPending) {
    return null;
  }
  const items = mappings.data?.items ?? [];
  return (
    <Card flush className="mt-3" title={t('wizard.mappings')} action={<Button size="small" icon="upload" busy={add.isPending} onClick={() => input.current?.click()}>{t('wizard.addMapping')}</Button>}>
      <input ref={input} type="file" hidden accept=".json" data-testid="mapping-input" onChange={(event) => { const file = event.target.files?.[0]; event.target.value = ''; if (file) { add.mutate(file); } }} />
      {mappings.isError ? <ErrorState problem={mappings.error} onRetry={() => void mappings.refetch()} /> : null}
      {mappings.isSuccess && items.length === 0 ? <p className="px-4 pb-4 text-text-2">{t('wizard.noMappings')}</p> : null}
      <ul className="divide-y divide-line">
        {items.map((mapping) => (
          <li key={mapping.id} className="flex items-center gap-2 px-4 py-2">
            <span className="min-w-0 flex-1"><b className="font-medium [overflow-wrap:anywhere]">{mapping.name}</b><span className="block truncate text-12 text-text-3">{format.date(mapping.updatedAt, { year: true })}. {mapping.headings.join(', ')}</span></span>
            <IconButton icon="download" label={t('wizard.share', { name: mapping.name })} onClick={() => { download(mapping); }} />
            <IconButton icon="trash" label={t('wizard.forget', { name: mapping.name })} onClick={() => { remove.mutate(mapping); }} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function download({ name, headings, choices }: StoredMapping): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify({ name, headings, choices }, null, 2)], { type: 'application/json' }));
  link.download = `${name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}
