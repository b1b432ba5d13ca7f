import { describe, expect, it } from 'vitest';
import type { ImportTotal } from './journal';
import { agreementOf, typedOf } from './statement';

const total: ImportTotal = { currency: 'USD', closedTrades: 4, gross: -86, fees: 22.94, net: -108.94, executions: 11, openPositions: 1 };

describe('agreementOf', () => {
  it.each([
    ['net', '-108.94', 'equal', 0],
    ['net', '−108,94', 'equal', 0],
    ['net', '-220.30', 'differs', 111.36],
    ['fees', '-22.94', 'equal', 0],
    ['executions', '12', 'differs', -1],
    ['gross', '', 'open', 0],
    ['gross', 'much', 'unreadable', 0],
  ] as const)('holds %s against %j', (line, typed, agreement, difference) => {
    const found = agreementOf(total, line, typed);
    expect(found.agreement).toBe(agreement);
    expect(found.difference).toBeCloseTo(difference, 6);
  });
});

describe('typedOf', () => {
  it('begins with what the file says of itself, where it can mean only one currency', () => {
    const statement = { gross: 12.5, fees: null, net: 10 };
    expect(typedOf({ statement, totals: [total] })).toEqual({ gross: '12.5', net: '10' });
    expect(typedOf({ statement, totals: [total, total] })).toEqual({});
    expect(typedOf({ statement: null, totals: [total] })).toEqual({});
  });
});
