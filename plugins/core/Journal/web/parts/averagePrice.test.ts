import { describe, expect, it } from 'vitest';
import { averagePrice } from './averagePrice';

describe('averagePrice', () => {
  it.each([
    [6154.41666667, '6,154.42'],
    [142.53663551, '142.537'],
    [203.62, '203.62'],
    [6193.5, '6,193.50'],
    [1.173446789, '1.17345'],
    [0.00001234567, '0.00001235'],
    [310, '310.00'],
    [0, '0.00'],
  ])('writes %d as %s', (value, text) => {
    expect(averagePrice(value, 'en')).toBe(text);
  });
});
