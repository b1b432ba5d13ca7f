import { api } from '@aiwendy/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { journalKey } from '../../journal';
import type { Breakdown, Comparison, Dimension, MonteCarlo, StatisticFigures } from '../../statistics';
import { useTradeQuery } from '../filter/useTradeQuery';

/** Asks for an analysis of what the bar and the page's own filter let through. */
function useAnalysis<T>(name: string, path: string, extra: Record<string, string | undefined> = {}) {
  const query = { ...useTradeQuery(), ...extra };
  return useQuery({
    queryKey: [journalKey, name, path, query],
    queryFn: ({ signal }) => api.get<T>(path, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export const useStatisticFigures = () => useAnalysis<StatisticFigures>('figures', '/api/journal/statistics');

export const useBreakdown = (dimension: Dimension) => useAnalysis<Breakdown>('breakdown', `/api/journal/breakdowns/${dimension}`);

export const useComparison = (periods: { from: string; to: string; otherFrom: string; otherTo: string }) => useAnalysis<Comparison>('compare', '/api/journal/compare', periods);

export const useMonteCarlo = (mode: MonteCarlo['mode'], seed: number) => useAnalysis<MonteCarlo>('monte-carlo', '/api/journal/monte-carlo', { mode, seed: String(seed) });
