import { api, useGlobalBar } from '@aiwendy/sdk';
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { filtersOf, journalKey, type AfterLoss, type CalendarMonth, type Equity, type Page, type Statistics, type Trade } from '../journal';

function useFiltered<T>(name: string, path: string, extra: Record<string, string | undefined> = {}) {
  const [bar] = useGlobalBar();
  const query = { ...filtersOf(bar), ...extra };
  return useQuery({
    queryKey: [journalKey, name, query],
    queryFn: ({ signal }) => api.get<T>(path, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export const useStatistics = () => useFiltered<Statistics>('statistics', '/api/journal/statistics');

export const useEquity = () => useFiltered<Equity>('equity', '/api/journal/equity');

export const useAfterLoss = () => useFiltered<AfterLoss>('after-loss', '/api/journal/after-loss');

export function useCalendar(month: string) {
  const [bar] = useGlobalBar();
  const query = { month, accountId: bar.account ?? undefined, currency: bar.currency ?? undefined };
  return useQuery({
    queryKey: [journalKey, 'calendar', query],
    queryFn: ({ signal }) => api.get<CalendarMonth>('/api/journal/calendar', { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export type TradeOrder = 'recent' | 'oldest' | 'worst' | 'best';

export interface TradeFilter {
  order?: TradeOrder;
  outcome?: string;
  side?: string;
  symbol?: string;
  tag?: string;
  setup?: string;
  limit?: number;
}

export function useTrades({ limit = 50, ...filter }: TradeFilter) {
  const [bar] = useGlobalBar();
  const query = { ...filtersOf(bar), ...filter, limit: String(limit) };
  return useInfiniteQuery({
    queryKey: [journalKey, 'trades', query],
    queryFn: ({ signal, pageParam }) => api.get<Page<Trade>>('/api/journal/trades', { query: { ...query, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
}

/** Reloads all that the journal shows, after something changed in it. */
export function useRefreshJournal(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await Promise.all([client.invalidateQueries({ queryKey: [journalKey] }), client.invalidateQueries({ queryKey: ['accounts'] })]);
  }, [client]);
}
