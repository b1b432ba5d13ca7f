import { describe, expect, it } from 'vitest';
import type { Fill } from './journal';
import { fillMarks, marksOf, placeOf, riskOf, spread, type PriceBar } from './prices';

const bar = (minute: number, length = 1): PriceBar => ({ time: new Date(Date.UTC(2026, 2, 2, 10, minute)).toISOString(), end: new Date(Date.UTC(2026, 2, 2, 10, minute + length)).toISOString(), open: 1, high: 2, low: 0, close: 1.5 });

describe('placeOf', () => {
  const bars = [bar(0), bar(1), bar(10)];
  it.each([
    ['2026-03-02T10:00:30Z', 0.5],
    ['2026-03-02T10:01:00Z', 1],
    ['2026-03-02T10:05:00Z', 2],
    ['2026-03-02T10:10:15Z', 2.25],
    ['2026-03-02T11:00:00Z', 3],
  ])('finds %s', (at, place) => {
    expect(placeOf(bars, at)).toBe(place);
  });
});

describe('riskOf', () => {
  it('takes the distance to the stop, the size and the value of a point', () => {
    expect(riskOf({ entryPrice: 100, quantity: 2, multiplier: 5 }, 98.5)).toBe(15);
    expect(riskOf({ entryPrice: 100, quantity: 2, multiplier: 5 }, null)).toBeNull();
  });
});

describe('marksOf', () => {
  it('leaves out what was not planned', () => {
    expect(marksOf({ entryPrice: 1, exitPrice: 2 }, { plannedStop: 0.5, plannedTarget: null }).map((mark) => mark.id)).toEqual(['entry', 'exit', 'stop']);
  });
});

describe('spread', () => {
  it('moves apart what would cover each other and stays within the chart', () => {
    expect(spread([10, 100], 20, 0, 200)).toEqual([10, 100]);
    expect(spread([50, 52], 20, 0, 200)).toEqual([50, 70]);
    expect(spread([198, 195, 10], 20, 0, 200)).toEqual([200, 180, 10]);
  });
});

describe('fillMarks', () => {
  it('shows only fills of which there are prices', () => {
    const fill = (at: string) => ({ executionId: at, at, price: 1, effect: 'open' }) as Fill;
    expect(fillMarks([bar(0), bar(1)], [fill('2026-03-02T09:59:00Z'), fill('2026-03-02T10:01:30Z'), fill('2026-03-02T10:05:00Z')]).map((mark) => mark.place)).toEqual([1.5]);
    expect(fillMarks([], [fill('2026-03-02T10:00:00Z')])).toEqual([]);
  });
});
