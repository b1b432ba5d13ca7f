import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { endOfWord, TextDrain } from './TextDrain';

describe('TextDrain', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('shows everything, in growing pieces that end with words', () => {
    const shown: string[] = [];
    const drain = new TextDrain((text) => shown.push(text), () => false);
    const text = 'After a losing trade you were back in within minutes. '.repeat(20);
    drain.add(text);
    vi.advanceTimersByTime(3000);
    expect(shown.at(-1)).toBe(text);
    expect(shown.length).toBeGreaterThan(5);
    for (let i = 1; i < shown.length; i++) {
      expect(shown[i]?.startsWith(shown[i - 1] ?? '')).toBe(true);
      expect(text.slice(shown[i]?.length ?? 0)).toMatch(/^(\s|$)/);
    }
  });

  it('shows everything at once when asked to', () => {
    const shown: string[] = [];
    const drain = new TextDrain((text) => shown.push(text), () => true);
    drain.add('one ');
    drain.add('two');
    expect(shown).toEqual(['one ', 'one two']);
  });

  it('keeps hidden what was hidden when it is stopped', () => {
    const shown: string[] = [];
    const drain = new TextDrain((text) => shown.push(text), () => false);
    drain.add('word '.repeat(200));
    vi.advanceTimersByTime(32);
    const before = shown.length;
    drain.stop();
    vi.advanceTimersByTime(1000);
    expect(shown.length).toBe(before);
  });
});

describe('endOfWord', () => {
  it('never cuts a word or a character in two', () => {
    expect(endOfWord('losing trade', 3)).toBe(6);
    expect(endOfWord('亏损之后', 2)).toBe(2);
    expect(endOfWord('a 😀 b', 3)).toBe(4);
    expect(endOfWord('abc', 99)).toBe(3);
  });
});
