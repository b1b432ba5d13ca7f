import { api, Button, Card, EmptyState, ErrorState, Grid, PageHead, Skeleton, toast, toProblem, useT } from '@aiwendy/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { journalKey } from '../journal';
import type { Playbook } from '../model';
import { PlaybookDialog, type PlaybookInput } from '../parts/model/PlaybookDialog';
import { PlaybookResult } from '../parts/model/PlaybookResult';
import { ProjectsCard } from '../parts/model/ProjectsCard';
import { usePlaybooks } from '../parts/model/useModel';

/** Ways of trading that a person wrote down, and what following them came to. */
export default function PlaybooksPage() {
  const t = useT();
  const client = useQueryClient();
  const playbooks = usePlaybooks();
  const [editing, setEditing] = useState<Playbook | 'new' | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: [journalKey] });
  const save = useMutation({
    mutationFn: ({ id, input }: { id: string | null; input: PlaybookInput }) => (id ? api.patch<Playbook>(`/api/journal/playbooks/${id}`, input) : api.post<Playbook>('/api/journal/playbooks', input)),
    onSuccess: async () => { setEditing(null); await refresh(); },
  });
  const restore = useMutation({ mutationFn: (id: string) => api.post(`/api/journal/playbooks/${id}/restore`), onSuccess: refresh, onError: (error) => { toast(toProblem(error).message, { kind: 'error' }); } });
  const remove = useMutation({
    mutationFn: (playbook: Playbook) => api.delete(`/api/journal/playbooks/${playbook.id}`),
    onSuccess: async (_, playbook) => {
      await refresh();
      toast(t('playbooks.removed', { name: playbook.name }), { action: { label: t('undo'), run: () => { restore.mutate(playbook.id); } } });
    },
    onError: (error) => { toast(toProblem(error).message, { kind: 'error' }); },
  });
  const list = playbooks.data ?? [];
  return (
    <>
      <PageHead title={t('playbooks.title')} actions={<Button kind="primary" icon="plus" onClick={() => { setEditing('new'); }}>{t('playbooks.add')}</Button>}>{t('playbooks.lead')}</PageHead>
      {playbooks.isPending ? <Card flush className="mb-3"><Skeleton lines={5} /></Card> : null}
      {playbooks.isError ? <Card className="mb-3"><ErrorState problem={playbooks.error} onRetry={() => void playbooks.refetch()} /></Card> : null}
      {playbooks.isSuccess && list.length === 0 ? <Card className="mb-3"><EmptyState icon="rules" actions={<Button icon="plus" onClick={() => { setEditing('new'); }}>{t('playbooks.add')}</Button>}>{t('playbooks.none')}</EmptyState></Card> : null}
      <Grid>
        {list.map((playbook) => (
          <PlaybookResult key={playbook.id} playbook={playbook} onEdit={() => { setEditing(playbook); }} onRemove={() => { remove.mutate(playbook); }} />
        ))}
        <ProjectsCard />
      </Grid>
      {editing ? (
        <PlaybookDialog
          key={editing === 'new' ? 'new' : editing.id}
          playbook={editing === 'new' ? null : editing}
          busy={save.isPending}
          problem={save.error}
          onClose={() => { save.reset(); setEditing(null); }}
          onSave={(input) => { save.mutate({ id: editing === 'new' ? null : editing.id, input }); }}
        />
      ) : null}
    </>
  );
}
