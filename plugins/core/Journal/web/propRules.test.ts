import { expect, it } from 'vitest';
import { propInputOf, usedOf, type PropDraft, type PropRuleStatus } from './propRules';

const draft: PropDraft = { accountId: 'a', name: ' Evaluation ', drawdown: 'trailing', dailyLoss: '1000', maxDrawdown: '', profitTarget: '3000,5', consistency: '', minimumDays: '5' };

it('sends what is filled in, and nothing for what is not asked', () => {
  expect(propInputOf(draft)).toEqual({ input: { accountId: 'a', name: 'Evaluation', drawdown: 'trailing', dailyLoss: 1000, maxDrawdown: null, profitTarget: 3000.5, consistency: null, minimumDays: 5 } });
});

it('names what is missing or no amount', () => {
  expect(propInputOf({ ...draft, name: ' ' })).toEqual({ problem: 'name' });
  expect(propInputOf({ ...draft, dailyLoss: '-1' })).toEqual({ problem: 'amount' });
  expect(propInputOf({ ...draft, dailyLoss: 'x' })).toEqual({ problem: 'amount' });
  expect(propInputOf({ ...draft, dailyLoss: '', profitTarget: '', minimumDays: '' })).toEqual({ problem: 'none' });
});

it('tells how much of a limit is used', () => {
  const status: PropRuleStatus = { rule: 'daily_loss', limit: 1000, value: 250, remaining: 750, unit: 'money', state: 'kept', day: null };
  expect(usedOf(status)).toBe(0.25);
  expect(usedOf({ ...status, value: 1500 })).toBe(1);
  expect(usedOf({ ...status, value: null })).toBe(0);
});
