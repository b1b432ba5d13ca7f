import { api } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { journalKey } from '../../journal';
import type { AccountDetails, Playbook, Project, SavedView, Tag } from '../../model';

function useList<T>(name: string, path: string) {
  return useQuery({ queryKey: [journalKey, name], queryFn: async ({ signal }) => (await api.get<{ items: T[] }>(path, { signal })).items });
}

export const usePlaybooks = () => useList<Playbook>('playbooks', '/api/journal/playbooks');

export const useProjects = () => useList<Project>('projects', '/api/journal/projects');

export const useTags = () => useList<Tag>('tags', '/api/journal/tags');

export const useViews = () => useList<SavedView>('views', '/api/journal/views');

export const useAccountDetails = () => useList<AccountDetails>('account-details', '/api/journal/accounts');
