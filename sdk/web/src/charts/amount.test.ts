import { expect, it } from 'vitest';
import { formatAmount } from './amount';

it('writes a result in the unit of the chart', () => {
  expect(formatAmount(-12.345, 'money', 'USD', 'en')).toBe('\u2212$12.35');
  expect(formatAmount(1234.5, 'money', 'USD', 'en', { whole: true })).toBe('$1,235');
  expect(formatAmount(1.234, 'percent', 'USD', 'en', { signed: true })).toBe('+1.23%');
  expect(formatAmount(101.26, 'percent', 'USD', 'en', { whole: true })).toBe('101.3%');
  expect(formatAmount(-0.5, 'r', 'USD', 'en')).toBe('\u22120.50 R');
  expect(formatAmount(0.5, 'r', 'USD', 'zh-CN', { signed: true })).toBe('+0.50 R');
});
