/** A habit that was looked for, with what the trades say about it. */
export interface Finding {
  id: string;
  detector: string;
  title: string;
  sentence: string;
  score: number | null;
  effect: number | null;
  effectUnit: FindingUnit;
  interval: { low: number; high: number; level: number } | null;
  pValue: number | null;
  /** After the correction for the whole battery. */
  corrected: number | null;
  significant: boolean;
  n: number;
  nRequired: number;
  /** What the trades concerned lost; negative when they earned. */
  cost: { amount: number; currency: string } | null;
  reason: string | null;
  /** Ids of the trades that show it best, at most ten. */
  evidence: string[];
  parts: { id: string; label: string; value: number; unit: FindingUnit }[];
  feedback: 'me' | 'not_me' | null;
}

export type FindingUnit = 'money' | 'percent' | 'ratio' | 'count' | 'minutes' | 'r';

export interface Behaviour {
  currency: string | null;
  trades: number;
  /** Whether only the latest trades were looked at. */
  truncated: boolean;
  items: Finding[];
}

export interface SortedFindings {
  /** Large enough to matter and hardly chance. */
  clear: Finding[];
  /** Measured, and it may be chance or too small to matter. */
  open: Finding[];
  /** Too little to say anything. */
  silent: Finding[];
  /** The person said: this is not me. */
  declined: Finding[];
}

/** What stands first: money lost, then the strength of the finding. */
function byWeight(a: Finding, b: Finding): number {
  return (b.score ?? 0) - (a.score ?? 0) || (b.cost?.amount ?? 0) - (a.cost?.amount ?? 0) || a.title.localeCompare(b.title);
}

/** Sorts findings into what the page tells them as. */
export function sortFindings(items: readonly Finding[]): SortedFindings {
  const said = items.filter((item) => item.effect !== null);
  const asked = said.filter((item) => item.feedback !== 'not_me');
  return {
    clear: asked.filter((item) => item.significant).sort(byWeight),
    open: asked.filter((item) => !item.significant).sort((a, b) => (a.corrected ?? 1) - (b.corrected ?? 1) || byWeight(a, b)),
    silent: items.filter((item) => item.effect === null).sort((a, b) => b.n / b.nRequired - a.n / a.nRequired),
    declined: said.filter((item) => item.feedback === 'not_me').sort(byWeight),
  };
}

/** The finding that the dashboard shows, or null when nothing is clear. */
export function strongest(items: readonly Finding[]): Finding | null {
  return sortFindings(items).clear[0] ?? null;
}
