export interface Periods {
  from: string;
  to: string;
  otherFrom: string;
  otherTo: string;
}

export const comparisons = ['month', 'quarter', 'year', 'custom'] as const;
export type ComparisonKind = (typeof comparisons)[number];

const months = { month: 1, quarter: 3, year: 12 } as const;

/** The calendar month, quarter or year that holds a day, and the one before it. */
export function periodsAround(kind: Exclude<ComparisonKind, 'custom'>, day: string): Periods {
  const length = months[kind];
  const date = new Date(`${day}T00:00:00Z`);
  const first = date.getUTCMonth() - (date.getUTCMonth() % length);
  const at = (month: number, dayOfMonth: number) => new Date(Date.UTC(date.getUTCFullYear(), month, dayOfMonth)).toISOString().slice(0, 10);
  return { from: at(first, 1), to: at(first + length, 0), otherFrom: at(first - length, 1), otherTo: at(first, 0) };
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** The periods of an address, each end that it does not name taken from those given. */
export function periodsOf(search: URLSearchParams, otherwise: Periods): Periods {
  const of = (name: string, fallback: string) => {
    const value = search.get(name);
    return value && dayPattern.test(value) ? value : fallback;
  };
  return { from: of('aFrom', otherwise.from), to: of('aTo', otherwise.to), otherFrom: of('bFrom', otherwise.otherFrom), otherTo: of('bTo', otherwise.otherTo) };
}
