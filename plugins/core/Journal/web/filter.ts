import type { GlobalBar } from '@aiwendy/sdk';
import { filtersOf } from './journal';

/** What a page's own filter asks for beside the global bar; the address keeps it under the names that the API uses. */
export const filterNames = ['symbol', 'side', 'outcome', 'tag', 'setup', 'projectId', 'weekday', 'hour', 'minDuration', 'maxDuration', 'minSize', 'maxSize'] as const;

export type FilterName = (typeof filterNames)[number];

export type TradeFilter = Partial<Record<FilterName, string>>;

/** The filter of an address; a tag may stand several times there, which the lists of the page do not make. */
export function filterOf(search: URLSearchParams): TradeFilter {
  return Object.fromEntries(filterNames.flatMap((name) => (search.get(name) ? [[name, search.get(name) ?? '']] : [])));
}

/** An address with a changed filter; everything else in it stays. */
export function withFilter(search: URLSearchParams, change: TradeFilter): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) {
    if (value) {
      next.set(name, value);
    } else {
      next.delete(name);
    }
  }
  return next;
}

/** An address without any filter of its page. */
export function withoutFilter(search: URLSearchParams): URLSearchParams {
  return withFilter(search, Object.fromEntries(filterNames.map((name) => [name, ''])));
}

/** The global bar as the filter and the view of all figures. */
export function viewOf(bar: GlobalBar): Record<string, string | undefined> {
  return { ...filtersOf(bar), view: bar.basis === 'gross' ? 'gross' : undefined, unit: bar.unit === 'money' ? undefined : bar.unit };
}

/** Everything that decides what a page shows: the bar with its view, and the page's filter. */
export function queryOf(bar: GlobalBar, search: URLSearchParams): Record<string, string | undefined> {
  return { ...viewOf(bar), ...filterOf(search) };
}

/** A number of a filter field as the API takes it; empty when it is none. */
export function amountOf(text: string): string {
  const plain = text.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? plain : '';
}

/** An instrument as it is written in the journal; one that is not known there is taken for a ticker. */
export function symbolAmong(text: string, known: readonly string[]): string {
  const word = text.trim();
  return known.find((symbol) => symbol === word) ?? known.find((symbol) => symbol.toLowerCase() === word.toLowerCase()) ?? word.toUpperCase();
}
