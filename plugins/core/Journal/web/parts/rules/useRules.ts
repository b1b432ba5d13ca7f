import { api, useGlobalBar } from '@aiwendy/sdk';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { journalKey, type Page } from '../../journal';
import type { Check, Lock, Override, Rules, RuleSet, RuleStatus } from '../../rules';

const rulesKey = [journalKey, 'rules'];
const lockKey = [journalKey, 'lock'];
const overridesKey = [journalKey, 'overrides'];

export const useRules = () => useQuery({ queryKey: rulesKey, queryFn: ({ signal }) => api.get<Rules>('/api/journal/rules', { signal }) });

/** How the rules stand today for the account of the bar, or for all; asked again each minute, since pauses end by themselves. */
export function useRuleStatus() {
  const [bar] = useGlobalBar();
  return useQuery({
    queryKey: [journalKey, 'rule-status', bar.account],
    queryFn: ({ signal }) => api.get<RuleStatus>('/api/journal/rules/status', { query: { accountId: bar.account }, signal }),
    refetchInterval: 60_000,
  });
}

export function useSetRules() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (rules: RuleSet) => api.put<Rules>('/api/journal/rules', rules),
    onSuccess: async (rules) => {
      client.setQueryData(rulesKey, rules);
      await client.invalidateQueries({ queryKey: [journalKey, 'rule-status'] });
    },
  });
}

/** Whether trading is locked; asked again each half minute while it is. */
export const useLock = () => useQuery({
  queryKey: lockKey,
  queryFn: ({ signal }) => api.get<Lock>('/api/journal/lock', { signal }),
  refetchInterval: (query) => (query.state.data?.locked ? 30_000 : false),
});

export function useSetLock() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (minutes: number) => api.post<Lock>('/api/journal/lock', { minutes }),
    onSuccess: async (lock) => {
      client.setQueryData(lockKey, lock);
      await client.invalidateQueries({ queryKey: [journalKey, 'rule-status'] });
    },
  });
}

export interface Intended {
  accountId: string;
  symbol: string;
  side: 'long' | 'short';
  quantity: number;
  risk: number | null;
  playbookId: string | null;
  checklist: string[];
}

export const useCheck = () => useMutation({ mutationFn: (trade: Intended) => api.post<Check>('/api/journal/check-trade', trade) });

export function useOverride() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ checkId, note }: { checkId: string; note: string }) => api.post<Override>(`/api/journal/check-trade/${encodeURIComponent(checkId)}/override`, { note }),
    onSuccess: () => client.invalidateQueries({ queryKey: overridesKey }),
  });
}

export const useOverrides = () => useInfiniteQuery({
  queryKey: overridesKey,
  queryFn: ({ signal, pageParam }) => api.get<Page<Override>>('/api/journal/rules/overrides', { query: { limit: '20', cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});
