import { describe, expect, it } from 'vitest';
import { draftOf, problemsOf, rulesOf, type Rules } from './rules';

const rules: Rules = { maxDailyLoss: { value: 500.5, action: 'block' }, maxTradesPerDay: null, coolDownMinutes: null, maxSize: null, maxOpenPositions: null, requiredChecklist: [{ value: 'Stop set', action: 'confirm' }], pending: null };

describe('draft of rules', () => {
  it('comes back as it went in', () => {
    const { pending: _, ...sent } = rules;
    expect(rulesOf(draftOf(rules))).toEqual(sent);
  });

  it('shows the rules that wait, because these are wanted', () => {
    const wanted = { ...rules, maxDailyLoss: { value: 900, action: 'warn' as const } };
    expect(draftOf({ ...rules, pending: { from: '2026-01-01T00:00:00Z', rules: wanted } }).limits.maxDailyLoss).toEqual({ text: '900', action: 'warn' });
  });

  it('drops empty items and empty limits', () => {
    const draft = draftOf(rules);
    draft.limits.maxDailyLoss.text = ' ';
    draft.checklist = [{ value: '  ', action: 'warn' }, { value: ' News read ', action: 'warn' }];
    expect(rulesOf(draft)).toMatchObject({ maxDailyLoss: null, requiredChecklist: [{ value: 'News read', action: 'warn' }] });
  });

  it('names what can not be sent', () => {
    const draft = draftOf(rules);
    draft.limits.maxDailyLoss.text = '-5';
    draft.limits.maxTradesPerDay.text = '2.5';
    draft.limits.maxSize.text = '2.5';
    expect(problemsOf(draft)).toEqual({ maxDailyLoss: 'number', maxTradesPerDay: 'whole' });
  });
});
