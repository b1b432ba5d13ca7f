import { api, Button, Card, IconButton, Input, toast, toProblem, useT } from '@aiwendy/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { journalKey } from '../../journal';
import type { Project } from '../../model';
import { useProjects } from './useModel';

/** Groups of trades across accounts, such as a challenge or an experiment. */
export function ProjectsCard() {
  const t = useT();
  const client = useQueryClient();
  const projects = useProjects();
  const [name, setName] = useState('');
  const refresh = () => client.invalidateQueries({ queryKey: [journalKey] });
  const complain = (error: unknown) => { toast(toProblem(error).message, { kind: 'error' }); };
  const add = useMutation({ mutationFn: () => api.post('/api/journal/projects', { name }), onSuccess: async () => { setName(''); await refresh(); }, onError: complain });
  const restore = useMutation({ mutationFn: (id: string) => api.post(`/api/journal/projects/${id}/restore`), onSuccess: refresh, onError: complain });
  const remove = useMutation({
    mutationFn: (project: Project) => api.delete(`/api/journal/projects/${project.id}`),
    onSuccess: async (_, project) => {
      await refresh();
      toast(t('playbooks.removed', { name: project.name }), { action: { label: t('undo'), run: () => { restore.mutate(project.id); } } });
    },
    onError: complain,
  });
  return (
    <Card span={12} title={t('projects.title')} meta={t('projects.lead')}>
      {(projects.data ?? []).length > 0 ? (
        <ul className="mb-3 divide-y divide-line">
          {(projects.data ?? []).map((project) => (
            <li key={project.id} className="flex items-center gap-3 py-1">
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{project.name}</span>
              <span className="text-12 text-text-3">{t('playbooks.trades', { count: project.trades })}</span>
              <IconButton icon="trash" label={t('projects.remove', { name: project.name })} onClick={() => { remove.mutate(project); }} />
            </li>
          ))}
        </ul>
      ) : null}
      <form className="flex gap-2" onSubmit={(event) => { event.preventDefault(); if (name.trim()) { add.mutate(); } }}>
        <Input className="max-w-72 flex-1" maxLength={80} aria-label={t('projects.name')} placeholder={t('projects.name')} value={name} onChange={(event) => { setName(event.target.value); }} />
        <Button type="submit" icon="plus" busy={add.isPending} disabled={!name.trim()}>{t('projects.add')}</Button>
      </form>
    </Card>
  );
}
