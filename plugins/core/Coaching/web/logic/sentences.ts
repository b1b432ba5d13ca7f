import { withoutLinks } from './evidence';

/**
 * The finished sentences of a growing text, for screen readers: `spoken` characters were read out before; the result
 * says what to read now and how far that reaches.
 */
export function nextSentences(text: string, spoken: number, isComplete: boolean): { words: string; spoken: number } {
  const rest = text.slice(spoken);
  let end = isComplete ? rest.length : 0;
  if (!isComplete) {
    for (const match of rest.matchAll(/[.!?](?=\s)|[。！？]|\n\n/g)) {
      end = match.index + match[0].length;
    }
  }
  if (end === 0) {
    return { words: '', spoken };
  }
  return { words: plain(rest.slice(0, end)), spoken: spoken + end };
}

function plain(markdown: string): string {
  return withoutLinks(markdown).replace(/[*_#`>|]/g, '').replace(/\s+/g, ' ').trim();
}
