/** How long a model has thought aloud; null where nobody can tell, as in a replay. */
export type Thinking = { since: number | null; spent: number } | null;

export const notThinking: Thinking = { since: null, spent: 0 };

/** Thinking begins with the first thought and ends with the first word, tool or the end of the answer. */
export function measure(before: Thinking, type: string, now: number): Thinking {
  if (before === null) {
    return null;
  }
  if (type === 'reasoning') {
    return before.since === null ? { ...before, since: now } : before;
  }
  return before.since === null ? before : { since: null, spent: before.spent + now - before.since };
}
