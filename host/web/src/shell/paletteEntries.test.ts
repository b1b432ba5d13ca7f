import { describe, expect, it } from 'vitest';
import { filterEntries, rank } from './paletteEntries';

const entry = (title: string, detail?: string) => ({ id: title, title, detail, run: () => undefined });

describe('palette', () => {
  it('wants every word, in any order', () => {
    expect(rank('trades im', 'Import trades')).toBeGreaterThan(0);
    expect(rank('trades export', 'Import trades')).toBe(0);
    expect(rank('', 'anything')).toBeGreaterThan(0);
    expect(rank('导入', '导入交易')).toBeGreaterThan(0);
  });

  it('puts beginnings first and keeps the order otherwise', () => {
    const entries = [entry('Best trades'), entry('Trades'), entry('Untraded')];
    expect(filterEntries('trade', entries).map((one) => one.title)).toEqual(['Trades', 'Best trades', 'Untraded']);
    expect(filterEntries('', entries).map((one) => one.title)).toEqual(['Best trades', 'Trades', 'Untraded']);
  });
});
