import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { browserZone, dayKey } from '../format/times';

export type PeriodPreset = 'all' | 'today' | 'week' | 'month' | 'quarter' | 'year' | 'custom';
export type Basis = 'net' | 'gross';
export type Unit = 'money' | 'percent' | 'r';

export interface GlobalBar {
  /** Id of the trading account; null for all. */
  account: string | null;
  period: PeriodPreset;
  /** First day, `2026-09-01`, or null. */
  from: string | null;
  /** Last day, included, or null. */
  to: string | null;
  basis: Basis;
  unit: Unit;
  /** ISO code, or null for each account's own. */
  currency: string | null;
  /** IANA name. */
  zone: string;
}

const names = ['account', 'period', 'from', 'to', 'basis', 'unit', 'currency', 'zone'] as const;
const presets: readonly PeriodPreset[] = ['all', 'today', 'week', 'month', 'quarter', 'year', 'custom'];

function oneOf<T extends string>(value: string | null, allowed: readonly T[], fallback: T): T {
  return allowed.includes(value as T) ? (value as T) : fallback;
}

/** First and last day of a preset, seen from a day in the chosen zone. */
export function periodDays(period: PeriodPreset, today: string): { from: string | null; to: string | null } {
  const date = new Date(`${today}T00:00:00Z`);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  const day = (y: number, m: number, d: number) => new Date(Date.UTC(y, m, d)).toISOString().slice(0, 10);
  switch (period) {
    case 'today':
      return { from: today, to: today };
    case 'week':
      return { from: day(year, month, date.getUTCDate() - ((date.getUTCDay() + 6) % 7)), to: today };
    case 'month':
      return { from: day(year, month, 1), to: today };
    case 'quarter':
      return { from: day(year, month - (month % 3), 1), to: today };
    case 'year':
      return { from: day(year, 0, 1), to: today };
    default:
      return { from: null, to: null };
  }
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the bar out of the address. */
export function readGlobalBar(search: URLSearchParams, now: Date = new Date()): GlobalBar {
  const zone = search.get('zone') ?? browserZone();
  const period = oneOf(search.get('period'), presets, 'all');
  const day = (name: string) => {
    const value = search.get(name);
    return value && dayPattern.test(value) ? value : null;
  };
  const days = period === 'custom' ? { from: day('from'), to: day('to') } : periodDays(period, dayKey(now, zone));
  return {
    account: search.get('account'),
    period,
    ...days,
    basis: oneOf(search.get('basis'), ['net', 'gross'], 'net'),
    unit: oneOf(search.get('unit'), ['money', 'percent', 'r'], 'money'),
    currency: search.get('currency'),
    zone,
  };
}

/** The part of an address that belongs to the bar, to carry along when the page changes. */
export function globalBarSearch(search: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of names) {
    const value = search.get(name);
    if (value) {
      kept.set(name, value);
    }
  }
  const text = kept.toString();
  return text ? `?${text}` : '';
}

/** The one state of account, period, basis, unit, currency and zone, kept in the address. */
export function useGlobalBar(): [GlobalBar, (change: Partial<GlobalBar>) => void] {
  const [search, setSearch] = useSearchParams();
  const bar = useMemo(() => readGlobalBar(search), [search]);
  const change = useCallback(
    (changes: Partial<GlobalBar>) => {
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value === null || value === undefined || value === '') {
              next.delete(name);
            } else {
              next.set(name, value);
            }
          }
          if (changes.period && changes.period !== 'custom') {
            next.delete('from');
            next.delete('to');
          }
          return next;
        },
        { replace: true },
      );
    },
    [setSearch],
  );
  return [bar, change];
}
