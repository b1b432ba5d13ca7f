import { expect, it } from 'vitest';
import { startBalanceOf } from './useTradeResult';

it('takes percentages of the accounts that are shown, in the currency of the trade', () => {
  const accounts = [{ id: 'a', currency: 'USD', startBalance: 1000 }, { id: 'b', currency: 'USD', startBalance: 500 }, { id: 'c', currency: 'EUR', startBalance: 900 }, { id: 'd', currency: 'EUR', startBalance: null }];
  expect(startBalanceOf(accounts, { account: null }, 'USD')).toBe(1500);
  expect(startBalanceOf(accounts, { account: 'a' }, 'USD')).toBe(1000);
  expect(startBalanceOf(accounts, { account: null }, 'EUR')).toBe(900);
  expect(startBalanceOf(accounts, { account: 'a' }, 'EUR')).toBe(0);
});
