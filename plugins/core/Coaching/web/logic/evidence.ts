import type { EvidenceTrade, Figure } from '@aiwendy/sdk';
import type { Evidence } from '../api';

export const noEvidence: Evidence = { figures: [], trades: [], unbacked: [] };

/** Adds what another tool call returned. Two figures may share an id when one tool was asked twice with other filters. */
export function mergeEvidence(before: Evidence, added: Partial<Evidence>): Evidence {
  return {
    figures: distinct([...before.figures, ...(added.figures ?? [])], (figure) => `${figure.id} ${String(figure.value)} ${figure.n}`),
    trades: distinct([...before.trades, ...(added.trades ?? [])], (trade) => trade.id),
    unbacked: [...new Set([...before.unbacked, ...(added.unbacked ?? [])])],
  };
}

function distinct<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}

/**
 * Whether a text shows the figure's value, rounded as it likes and with or without its sign. A text without a number,
 * or with more than one ("26 of 71"), says nothing against it. The server checks in the same way.
 */
export function showsFigure(text: string, figure: Figure): boolean {
  const numbers = text.match(/\d[\d,]*(?:\.\d+)?/g) ?? [];
  if (numbers.length !== 1) {
    return true;
  }
  const digits = (numbers[0] ?? '').replaceAll(',', '');
  const value = Number(digits);
  if (value === figure.n || figure.value === null) {
    return value === figure.n;
  }
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  return Math.abs(Math.abs(figure.value) - value) <= 10 ** -decimals * 1.0000001;
}

/** The figure behind a citation. */
export function findFigure(evidence: Evidence, id: string, text: string): Figure | undefined {
  return evidence.figures.find((figure) => figure.id === id && showsFigure(text, figure));
}

/** The trade behind a citation. */
export function findTrade(evidence: Evidence, id: string): EvidenceTrade | undefined {
  const wanted = id.toLowerCase();
  return evidence.trades.find((trade) => trade.id.toLowerCase() === wanted);
}

/** Below this number of trades a figure says nothing general. */
export const lowSample = 20;

/** The first citation of an answer that rests on too few trades; only it carries the badge. */
export function firstLowSample(text: string, evidence: Evidence): { id: string; text: string; n: number } | null {
  for (const match of text.matchAll(/\[([^\]\n]*)\]\(evidence:([^)\s]+)\)/g)) {
    const figure = findFigure(evidence, match[2] ?? '', match[1] ?? '');
    if (figure && figure.unit !== 'count' && figure.n > 0 && figure.n < lowSample) {
      return { id: figure.id, text: match[1] ?? '', n: figure.n };
    }
  }
  return null;
}

/** The answer as plain text: links become their words. */
export function withoutLinks(text: string): string {
  return text.replace(/\[([^\]\n]*)\]\((?:evidence|trade):[^)\s]*\)/g, '$1');
}
