import { api, toast, toProblem } from '@aiwendy/sdk';
import { keepPreviousData, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Behaviour, Finding } from '../../behaviour';
import { journalKey, type Trade } from '../../journal';
import { useTradeQuery } from '../filter/useTradeQuery';

/** What the trades of the bar and the filter say about habits; their results are always money. */
export function useBehaviour() {
  const query = { ...useTradeQuery(), unit: undefined };
  return useQuery({
    queryKey: [journalKey, 'behaviour', query],
    queryFn: ({ signal }) => api.get<Behaviour>('/api/journal/behaviour', { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Keeps what a person says about a finding. */
export function useFeedback(detector: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (value: Finding['feedback']) => api.post(`/api/journal/behaviour/${encodeURIComponent(detector)}/feedback`, { value }),
    onSuccess: () => client.invalidateQueries({ queryKey: [journalKey, 'behaviour'] }),
    onError: (error) => { toast(toProblem(error).message, { kind: 'error' }); },
  });
}

/** Trades by their ids, in the order of these. */
export function useTradesById(ids: readonly string[]) {
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: [journalKey, 'trade', id],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.get<Trade>(`/api/journal/trades/${encodeURIComponent(id)}`, { signal }),
    })),
    combine: (results) => ({
      trades: results.map((result) => result.data).filter((trade) => trade !== undefined),
      isPending: results.some((result) => result.isPending),
      error: results.find((result) => result.isError)?.error ?? null,
      retry: () => { results.filter((result) => result.isError).forEach((result) => void result.refetch()); },
    }),
  });
}
