import type { Figure } from '@aiwendy/sdk';
import { describe, expect, it } from 'vitest';
import { keysOf } from '../../../../../sdk/web/src/testing';
import { english } from '../texts/en';
import { chinese } from '../texts/zh-CN';
import { findFigure, findTrade, firstLowSample, mergeEvidence, noEvidence, showsFigure, withoutLinks } from './evidence';
import { newKey } from './newKey';
import { nextSentences } from './sentences';
import { measure, notThinking, type Thinking } from './thinking';
import { secondsLeft } from './turns';

const figure = (id: string, value: number | null, n = 197, unit = 'percent'): Figure => ({ id, label: id, value, unit, n });

describe('evidence', () => {
  it('takes a number for the figure it rounds, whatever its sign', () => {
    const net = figure('net_pnl', -2594.68, 197, 'money');
    expect(showsFigure('\u2212$2,594.68', net)).toBe(true);
    expect(showsFigure('$2,595', net)).toBe(true);
    expect(showsFigure('n 197', net)).toBe(true);
    expect(showsFigure('26 of 71', net)).toBe(true);
    expect(showsFigure('\u2212$2,694.68', net)).toBe(false);
    expect(showsFigure('2.4', figure('profit_factor', null))).toBe(false);
  });

  it('tells two figures of one id apart by the number shown', () => {
    const evidence = mergeEvidence(noEvidence, { figures: [figure('win_rate', 40), figure('win_rate', 55)] });
    expect(findFigure(evidence, 'win_rate', '55%')?.value).toBe(55);
    expect(findFigure(evidence, 'win_rate', '40.0%')?.value).toBe(40);
    expect(findFigure(evidence, 'win_rate', '47%')).toBeUndefined();
  });

  it('keeps each figure and trade once', () => {
    const trade = { id: 'AA', number: 'T-0001', symbol: 'ES', side: 'long' as const, quantity: 1, openedAt: '2026-01-01T00:00:00Z', net: 1, currency: 'USD' };
    const once = mergeEvidence(noEvidence, { figures: [figure('win_rate', 40)], trades: [trade] });
    expect(mergeEvidence(once, once)).toEqual(once);
    expect(findTrade(once, 'aa')?.number).toBe('T-0001');
  });

  it('marks only the first citation of too few trades', () => {
    const evidence = mergeEvidence(noEvidence, { figures: [figure('win_rate', 40, 100), figure('friday', 36.4, 11)] });
    expect(firstLowSample('In [40%](evidence:win_rate), on Fridays [36.4%](evidence:friday).', evidence)).toEqual({ id: 'friday', text: '36.4%', n: 11 });
    expect(firstLowSample('In [40%](evidence:win_rate).', evidence)).toBeNull();
  });

  it('copies words, not links', () => {
    expect(withoutLinks('You lost [\u2212$5](evidence:net_pnl) in [T-0001](trade:x).')).toBe('You lost \u2212$5 in T-0001.');
  });
});

describe('what a screen reader hears', () => {
  it('is whole sentences, each once', () => {
    const first = nextSentences('It was late. You were ti', 0, false);
    expect(first.words).toBe('It was late.');
    const second = nextSentences('It was late. You were tired. And', first.spoken, false);
    expect(second.words).toBe('You were tired.');
    expect(nextSentences('It was late. You were tired. And then', second.spoken, true).words).toBe('And then');
  });

  it('knows the end of a Chinese sentence and reads no marks', () => {
    expect(nextSentences('亏损 [**36.6%**](evidence:x)。下一', 0, false).words).toBe('亏损 36.6%。');
  });

  it('does not end a sentence inside a number', () => {
    expect(nextSentences('You lost 2,594.68 in', 0, false).words).toBe('');
  });
});

describe('waiting before trying again', () => {
  it('counts from the end of the answer', () => {
    expect(secondsLeft({ retryAfter: 7, at: 1_000 }, 3_500)).toBe(5);
    expect(secondsLeft({ retryAfter: 7, at: 1_000 }, 60_000)).toBe(0);
    expect(secondsLeft({ retryAfter: null, at: 1_000 }, 1_000)).toBe(0);
  });
});

describe('time of thinking', () => {
  const after = (events: [string, number][], start: Thinking = notThinking) => events.reduce((state, [type, now]) => measure(state, type, now), start);

  it('ends with the first word, adds up, and leaves tools out', () => {
    expect(after([['reasoning', 1000], ['reasoning', 2000], ['tool', 3000], ['tool', 60_000], ['reasoning', 60_000], ['delta', 61_500], ['delta', 90_000]])).toEqual({ since: null, spent: 3500 });
  });

  it('is not known of a replay', () => {
    expect(after([['reasoning', 1], ['delta', 2]], null)).toBeNull();
  });
});

describe('keys and texts', () => {
  it('makes keys that differ', () => {
    expect(newKey()).toMatch(/^[0-9a-f]{32}$/);
    expect(newKey()).not.toBe(newKey());
  });

  it('has every text in both languages', () => {
    expect(keysOf(chinese)).toEqual(keysOf(english));
  });
});
