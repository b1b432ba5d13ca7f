import type { IconName } from '@aiwendy/sdk';

export interface PaletteEntry {
  id: string;
  title: string;
  detail?: string;
  icon?: IconName;
  shortcut?: string;
  /** Entries that lead somewhere can be opened in a new tab. */
  to?: string;
  run: () => void;
}

export interface PaletteSection {
  id: string;
  title: string;
  entries: readonly PaletteEntry[];
}

/** How well a text answers a query: 0 not at all; words may be given in any order, their beginnings count most. */
export function rank(query: string, text: string): number {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const target = text.toLowerCase();
  let total = 1;
  for (const word of words) {
    const at = target.indexOf(word);
    if (at < 0) {
      return 0;
    }
    total += at === 0 ? 4 : /[\s/·-]/.test(target[at - 1] ?? '') ? 2 : 1;
  }
  return total;
}

/** The entries that answer a query, best first. */
export function filterEntries(query: string, entries: readonly PaletteEntry[]): PaletteEntry[] {
  return entries
    .map((entry) => ({ entry, score: rank(query, `${entry.title} ${entry.detail ?? ''}`) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}
