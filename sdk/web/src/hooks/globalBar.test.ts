import { describe, expect, it } from 'vitest';
import { globalBarSearch, periodDays, readGlobalBar } from './globalBar';

describe('global bar', () => {
  it('knows the days of each period', () => {
    const friday = '2026-11-20';
    expect(periodDays('today', friday)).toEqual({ from: friday, to: friday });
    expect(periodDays('week', friday)).toEqual({ from: '2026-11-16', to: friday });
    expect(periodDays('week', '2026-11-22')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(periodDays('month', friday)).toEqual({ from: '2026-11-01', to: friday });
    expect(periodDays('quarter', friday)).toEqual({ from: '2026-10-01', to: friday });
    expect(periodDays('year', friday)).toEqual({ from: '2026-01-01', to: friday });
    expect(periodDays('all', friday)).toEqual({ from: null, to: null });
  });

  it('takes today from the chosen zone', () => {
    const now = new Date('2026-11-20T20:00:00Z');
    expect(readGlobalBar(new URLSearchParams('period=today&zone=Asia/Shanghai'), now).from).toBe('2026-11-21');
    expect(readGlobalBar(new URLSearchParams('period=today&zone=America/New_York'), now).from).toBe('2026-11-20');
  });

  it('survives nonsense in the address', () => {
    expect(readGlobalBar(new URLSearchParams('period=custom&from=yesterday&to=2026-11-20&basis=x&unit=y&zone=UTC'))).toMatchObject({ period: 'custom', from: null, to: '2026-11-20', basis: 'net', unit: 'money' });
  });

  it('carries only its own part of the address along', () => {
    expect(globalBarSearch(new URLSearchParams('basis=gross&cursor=abc&period=week'))).toBe('?period=week&basis=gross');
    expect(globalBarSearch(new URLSearchParams('tab=notes'))).toBe('');
  });
});
