export interface CalendarDay {
  /** `2026-11-20` */
  date: string;
  net: number;
  trades: number;
}

export type Level = 'none' | 'zero' | `g${1 | 2 | 3 | 4}` | `l${1 | 2 | 3 | 4}`;

/** The step of a day's colour: the quartile of its absolute net among all days of the month. */
export function levelOf(net: number, all: readonly number[]): Level {
  if (net === 0) {
    return 'zero';
  }
  const sizes = all.map(Math.abs).filter((size) => size > 0);
  const rank = sizes.filter((size) => size < Math.abs(net)).length;
  const quartile = Math.min(4, 1 + Math.floor((rank / Math.max(1, sizes.length)) * 4)) as 1 | 2 | 3 | 4;
  return net > 0 ? `g${quartile}` : `l${quartile}`;
}

/** The weeks that touch a month, Monday first, as days or null outside the month. */
export function monthWeeks(month: string): (string | null)[][] {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  const first = new Date(Date.UTC(year, number - 1, 1));
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const offset = (first.getUTCDay() + 6) % 7;
  const weeks: (string | null)[][] = [];
  for (let cell = 0; cell < offset + length; cell++) {
    const day = cell - offset + 1;
    const week = Math.floor(cell / 7);
    (weeks[week] ??= Array.from({ length: 7 }, () => null))[cell % 7] = day < 1 ? null : `${month}-${String(day).padStart(2, '0')}`;
  }
  return weeks;
}

/** The month before or after. */
export function shiftMonth(month: string, by: number): string {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}
