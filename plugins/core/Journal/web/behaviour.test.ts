import { describe, expect, it } from 'vitest';
import { sortFindings, strongest, type Finding } from './behaviour';

const finding = (detector: string, changes: Partial<Finding> = {}): Finding => ({
  id: `behaviour_${detector}`, detector, title: detector, sentence: '', score: 50, effect: 1, effectUnit: 'ratio', interval: null, pValue: 0.01, corrected: 0.02, significant: true, n: 60, nRequired: 50, cost: null, reason: null, evidence: [], parts: [], feedback: null, ...changes,
});

describe('sortFindings', () => {
  it('tells clear ones, chance, silence and declined ones apart', () => {
    const sorted = sortFindings([
      finding('weak', { score: 20 }),
      finding('strong', { score: 90 }),
      finding('chance', { significant: false, corrected: 0.4 }),
      finding('nearly', { significant: false, corrected: 0.06 }),
      finding('silent', { effect: null, score: null, significant: false, n: 3, reason: 'not_enough_data' }),
      finding('declined', { feedback: 'not_me', score: 99 }),
    ]);
    const names = (list: Finding[]) => list.map((one) => one.detector);
    expect(names(sorted.clear)).toEqual(['strong', 'weak']);
    expect(names(sorted.open)).toEqual(['nearly', 'chance']);
    expect(names(sorted.silent)).toEqual(['silent']);
    expect(names(sorted.declined)).toEqual(['declined']);
  });

  it('puts the costlier one first where both show equally', () => {
    const cost = (amount: number) => ({ amount, currency: 'USD' });
    expect(sortFindings([finding('a', { cost: cost(10) }), finding('b', { cost: cost(200) })]).clear.map((one) => one.detector)).toEqual(['b', 'a']);
  });
});

describe('strongest', () => {
  it('is nothing where all may be chance or is declined', () => {
    expect(strongest([finding('a', { significant: false }), finding('b', { feedback: 'not_me' })])).toBeNull();
  });
});
