import { describe, expect, it } from 'vitest';
import { typedNumber, shiftDay } from '../../model';
import { visibleRange } from './visibleRange';

describe('visibleRange', () => {
  it('draws what is seen and a little more, however many rows there are', () => {
    expect(visibleRange(0, 680, 34, 100_000)).toEqual({ first: 0, end: 32 });
    expect(visibleRange(34 * 50_000, 680, 34, 100_000)).toEqual({ first: 49_988, end: 50_032 });
    expect(visibleRange(34 * 99_990, 680, 34, 100_000)).toEqual({ first: 99_978, end: 100_000 });
  });

  it('stays within an empty or shortened list', () => {
    expect(visibleRange(0, 680, 34, 0)).toEqual({ first: 0, end: 0 });
    expect(visibleRange(34 * 500, 680, 34, 20)).toEqual({ first: 19, end: 20 });
  });
});

describe('typedNumber', () => {
  it.each([
    ['', null],
    ['12.5', 12.5],
    ['12,5', 12.5],
    ['1,234.5', 1234.5],
    ['−3', -3],
    ['x', undefined],
    ['1.2.3', undefined],
  ])('reads %s', (text, value) => {
    expect(typedNumber(text)).toBe(value);
  });
});

describe('shiftDay', () => {
  it('crosses months', () => {
    expect(shiftDay('2025-03-01', -1)).toBe('2025-02-28');
    expect(shiftDay('2024-12-31', 1)).toBe('2025-01-01');
  });
});
