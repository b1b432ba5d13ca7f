import { api } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { symbolAmong } from '../../filter';
import { journalKey } from '../../journal';
import type { Breakdown } from '../../statistics';

/** Reads what a person typed as one of his instruments, however these are written. */
export function useSymbolOf(): (text: string) => string {
  const known = useQuery({
    queryKey: [journalKey, 'symbols'],
    queryFn: async ({ signal }) => (await api.get<Breakdown>('/api/journal/breakdowns/symbol', { signal })).cells.map((cell) => cell.key),
    staleTime: 60_000,
  });
  return (text) => symbolAmong(text, known.data ?? []);
}
