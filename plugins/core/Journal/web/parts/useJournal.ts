import { api } from '@aiwendy/sdk';
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { journalKey, type AfterLoss, type CalendarMonth, type Equity, type Page, type Trade } from '../journal';
import { useTradeQuery } from './filter/useTradeQuery';

function useFiltered<T>(name: string, path: string, extra: Record<string, string | undefined> = {}) {
  const query = { ...useTradeQuery(), ...extra };
  return useQuery({
    queryKey: [journalKey, name, query],
    queryFn: ({ signal }) => api.get<T>(path, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export const useEquity = () => useFiltered<Equity>('equity', '/api/journal/equity');

export const useAfterLoss = () => useFiltered<AfterLoss>('after-loss', '/api/journal/after-loss');

/** A month of days; which days those are the month says, not the bar. */
export const useCalendar = (month: string) => useFiltered<CalendarMonth>('calendar', '/api/journal/calendar', { month, from: undefined, to: undefined });

/** The latest trade that the bar and the filter let through. */
export const useLatestTrade = () => useFiltered<Page<Trade>>('latest', '/api/journal/trades', { limit: '1' });

export type TradeOrder = 'recent' | 'oldest' | 'worst' | 'best';

export function useTrades({ limit = 50, order }: { order?: TradeOrder; limit?: number }) {
  const query = { ...useTradeQuery(), order, limit: String(limit) };
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
