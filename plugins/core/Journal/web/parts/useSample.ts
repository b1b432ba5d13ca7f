import { api } from '@aiwendy/sdk';
import { useMutation } from '@tanstack/react-query';
import { useRefreshJournal } from './useJournal';

/** Loads the sample account. */
export function useLoadSample() {
  const refresh = useRefreshJournal();
  return useMutation({ mutationFn: () => api.post<{ accounts: number; trades: number }>('/api/journal/sample'), onSuccess: refresh });
}

/** Takes the sample account away. */
export function useRemoveSample() {
  const refresh = useRefreshJournal();
  return useMutation({ mutationFn: () => api.delete<{ accounts: number; trades: number }>('/api/journal/sample'), onSuccess: refresh });
}
