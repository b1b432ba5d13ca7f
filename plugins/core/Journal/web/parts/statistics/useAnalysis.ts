import { api, useGlobalBar, useSearchParams } from '@aiwendy/sdk';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { journalKey } from '../../journal';
import { narrowingOf, viewOf, type Breakdown, type Dimension, type MonteCarlo, type StatisticFigures } from '../../statistics';

/** Asks for an analysis of what the bar and the page's own filter let through. */
function useAnalysis<T>(name: string, path: string, extra: Record<string, string | undefined> = {}) {
  const [bar] = useGlobalBar();
  const [search] = useSearchParams();
  const query = { ...viewOf(bar), ...narrowingOf(search), ...extra };
  return useQuery({
    queryKey: [journalKey, name, path, query],
    queryFn: ({ signal }) => api.get<T>(path, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export const useStatisticFigures = () => useAnalysis<StatisticFigures>('figures', '/api/journal/statistics');

export const useBreakdown = (dimension: Dimension) => useAnalysis<Breakdown>('breakdown', `/api/journal/breakdowns/${dimension}`);

export const useMonteCarlo = (mode: MonteCarlo['mode'], seed: number) => useAnalysis<MonteCarlo>('monte-carlo', '/api/journal/monte-carlo', { mode, seed: String(seed) });
