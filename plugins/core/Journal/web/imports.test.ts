import { ApiProblem } from '@aiwendy/sdk';
import { describe, expect, it } from 'vitest';
import { columnOptions, isAmbiguousDate, isUnknownFormat, missingFields, wordsOf } from './imports';

describe('missingFields', () => {
  it('asks of fills for a date, an instrument and two of quantity, price and amount', () => {
    expect(missingFields({ kind: 'executions', columns: {} })).toEqual(['date', 'quantity', 'price', 'symbol']);
    expect(missingFields({ columns: { date: 'Date', symbol: 'Ticker', quantity: 'Qty', amount: 'Total' } })).toEqual([]);
    expect(missingFields({ columns: { date: 'Date', quantity: 'Qty', price: 'Price' }, symbol: 'ES' })).toEqual([]);
  });

  it('asks of finished trades for both ends', () => {
    expect(missingFields({ kind: 'trades', columns: { date: 'Open', price: 'In', quantity: 'Qty', symbol: 'S' } })).toEqual(['exitDate', 'exitPrice']);
  });
});

describe('columnOptions', () => {
  it('names empty and repeated headings by their position', () => {
    expect(columnOptions(['Date', '', 'Fee', 'fee'], 5, (number) => `Column ${number}`)).toEqual([
      { value: 'Date', label: 'Date' },
      { value: '#2', label: 'Column 2' },
      { value: '#3', label: 'Fee' },
      { value: '#4', label: 'fee' },
      { value: '#5', label: 'Column 5' },
    ]);
  });
});

describe('wordsOf', () => {
  it('lists what stands in a column, by heading or by position', () => {
    const rows = [['1', 'Kauf'], ['2', 'Verkauf '], ['3', 'Kauf'], ['4']];
    expect(wordsOf('Art', ['Nr', 'Art'], rows)).toEqual(['Kauf', 'Verkauf']);
    expect(wordsOf('#2', [], rows)).toEqual(['Kauf', 'Verkauf']);
    expect(wordsOf(undefined, ['Nr', 'Art'], rows)).toEqual([]);
  });
});

describe('isAmbiguousDate', () => {
  it.each([['03.02.2025 09:31:05', true], ['3/4/25', true], ['13.02.2025', false], ['02/28/2025', false], ['05/05/2025', false], ['2025-03-02', false]])('%s: %s', (text, expected) => {
    expect(isAmbiguousDate(text)).toBe(expected);
  });
});

describe('isUnknownFormat', () => {
  it('is about the one refusal that a mapping helps with', () => {
    expect(isUnknownFormat(new ApiProblem(422, 'format_not_recognised', ''))).toBe(true);
    expect(isUnknownFormat(new ApiProblem(422, 'file_empty', ''))).toBe(false);
    expect(isUnknownFormat(new Error('x'))).toBe(false);
  });
});
