import { describe, expect, it } from 'vitest';
import { formatCount, formatMoney, formatPercent, formatPrice, formatQuantity, formatR, formatRatio, signOf, spokenMoney } from './numbers';

describe('numbers', () => {
  it('writes money with U+2212, sign on demand and the narrow symbol', () => {
    expect(formatMoney(-2594.68, 'USD', 'en')).toBe('\u2212$2,594.68');
    expect(formatMoney(2708.96, 'USD', 'en', { signed: true })).toBe('+$2,708.96');
    expect(formatMoney(2708.96, 'USD', 'en')).toBe('$2,708.96');
    expect(formatMoney(-668.4, 'USD', 'en', { whole: true })).toBe('\u2212$668');
    expect(formatMoney(1234.5, 'EUR', 'en')).toBe('€1,234.50');
    expect(formatMoney(1234, 'JPY', 'en')).toBe('¥1,234');
  });

  it('writes the same in Chinese', () => {
    expect(formatMoney(-2594.68, 'USD', 'zh-CN')).toBe('\u2212$2,594.68');
    expect(formatMoney(88, 'CNY', 'zh-CN', { signed: true })).toBe('+¥88.00');
    expect(formatPercent(36.62, 'zh-CN')).toBe('36.6%');
  });

  it('gives zero no sign, also when rounding makes it zero', () => {
    expect(formatMoney(0, 'USD', 'en', { signed: true })).toBe('$0.00');
    expect(formatMoney(-0.001, 'USD', 'en', { signed: true })).toBe('$0.00');
    expect(formatPercent(-0.01, 'en', { signed: true })).toBe('0.0%');
  });

  it('never shows NaN or infinity', () => {
    for (const value of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(formatMoney(value, 'USD', 'en')).toBe('\u2013');
      expect(formatPercent(value, 'en')).toBe('\u2013');
      expect(formatR(value, 'en')).toBe('\u2013');
      expect(formatRatio(value, 'en')).toBe('\u2013');
    }
  });

  it('keeps units that are no currency', () => {
    expect(formatMoney(-1.5, 'USDTX', 'en')).toBe('\u22121.5 USDTX');
  });

  it('writes R, counts, ratios, prices and sizes', () => {
    expect(formatR(-0.944, 'en')).toBe('\u22120.94 R');
    expect(formatR(0.17, 'en')).toBe('+0.17 R');
    expect(formatCount(12_345, 'en')).toBe('12,345');
    expect(formatRatio(1.218, 'en')).toBe('1.22');
    expect(formatPrice(190.1, 'en')).toBe('190.10');
    expect(formatQuantity(0.00012, 'en')).toBe('0.00012');
  });

  it('can be read out', () => {
    expect(spokenMoney(-2594.68, 'USD', 'en')).toBe('minus 2,594.68 US dollars');
    expect(spokenMoney(-5, 'USD', 'zh-CN')).toBe('负5.00美元');
  });

  it('knows the side of zero', () => {
    expect([1, -1, 0, null].map(signOf)).toEqual(['gain', 'loss', 'zero', 'none']);
  });
});
