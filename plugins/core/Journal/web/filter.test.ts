import { readGlobalBar } from '@aiwendy/sdk';
import { describe, expect, it } from 'vitest';
import { amountOf, filterNames, filterOf, queryOf, symbolAmong, viewOf, withFilter, withoutFilter } from './filter';

describe('viewOf', () => {
  it('passes basis and unit on where they differ from net money', () => {
    expect(viewOf(readGlobalBar(new URLSearchParams('basis=gross&unit=r&account=a')))).toMatchObject({ view: 'gross', unit: 'r', accountId: 'a' });
    expect(viewOf(readGlobalBar(new URLSearchParams()))).toMatchObject({ view: undefined, unit: undefined });
  });
});

describe('filterOf', () => {
  it('reads only what filters', () => {
    expect(filterOf(new URLSearchParams('symbol=ES&show=breakdown&weekday=1&tag='))).toEqual({ symbol: 'ES', weekday: '1' });
  });

  it('gives the API every field under its own name', () => {
    const search = new URLSearchParams(filterNames.map((name): [string, string] => [name, `${name}-value`]));
    const query = queryOf(readGlobalBar(search), search);
    expect(filterNames.map((name) => query[name])).toEqual(filterNames.map((name) => `${name}-value`));
  });
});

describe('withFilter', () => {
  it('changes and takes off, and keeps the rest of the address', () => {
    const search = new URLSearchParams('account=a&symbol=ES&side=long');
    expect(withFilter(search, { symbol: '', hour: '9' }).toString()).toBe('account=a&side=long&hour=9');
    expect(withoutFilter(search).toString()).toBe('account=a');
  });
});

describe('amountOf', () => {
  it.each([[' 12 ', '12'], ['1,5', '1.5'], ['-3', ''], ['ten', ''], ['', '']])('reads %j as %j', (text, amount) => {
    expect(amountOf(text)).toBe(amount);
  });
});

describe('symbolAmong', () => {
  it.each([['EURUSD', 'eurusd'], ['es', 'ES'], [' sap ', 'SAP'], ['', '']])('reads %j as %j', (text, symbol) => {
    expect(symbolAmong(text, ['eurusd', 'ES'])).toBe(symbol);
  });
});
