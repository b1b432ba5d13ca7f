import { describe, expect, it } from 'vitest';
import { figureGroups, groupFigures, type StatisticFigure } from './statistics';
import { extentOf, roundSteps } from './parts/statistics/extent';
import { tradesOf } from './parts/statistics/FigureExplanation';
import { ratioDigits } from './parts/statistics/useStatisticText';

const figure = (id: string): StatisticFigure => ({ id, label: id, value: 1, unit: 'ratio', n: 3, reason: null, reasonText: null, currency: null, formula: null, reference: null, coverage: null, exclusions: [], day: null });

describe('groupFigures', () => {
  it('leaves no figure out, unknown ones stand at the end', () => {
    const ids = ['net_pnl', 'sqn', 'brand_new_figure', 'capture'];
    const groups = groupFigures(Object.fromEntries(ids.map((id) => [id, figure(id)])));
    expect(groups.flatMap((group) => group.figures.map((one) => one.id)).sort()).toEqual([...ids].sort());
    expect(groups.at(-1)).toMatchObject({ id: 'other', figures: [{ id: 'brand_new_figure' }] });
  });

  it('names every figure once', () => {
    const all = figureGroups.flatMap((group) => group.figures);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('tradesOf', () => {
  it('keeps bar and filter and asks for the trades behind the figure', () => {
    expect(tradesOf({ id: 'largest_loss', day: null }, '?account=a&symbol=ES&show=figures')).toBe('/trades?account=a&symbol=ES&order=worst');
  });

  it('leads to the day of a day figure', () => {
    expect(tradesOf({ id: 'best_day', day: '2025-03-04' }, '?period=year')).toBe('/trades?period=custom&from=2025-03-04&to=2025-03-04');
  });
});

describe('extentOf', () => {
  it('always holds zero', () => {
    expect(extentOf([10, 20]).at(0)).toBe(0);
    expect(extentOf([-10, -20]).at(0)).toBe(100);
    expect(extentOf([-10, 30]).at(0)).toBe(25);
  });
});

describe('roundSteps', () => {
  it('gives round values within the range', () => {
    expect(roundSteps(9_600, 12_400, 5)).toEqual([10_000, 11_000, 12_000]);
    expect(roundSteps(5, 5, 4)).toEqual([5]);
  });
});

describe('ratioDigits', () => {
  it('gives small shares more digits', () => {
    expect([ratioDigits(1.5), ratioDigits(0), ratioDigits(0.004)]).toEqual([2, 2, 4]);
  });
});
