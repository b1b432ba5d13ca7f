import { describe, expect, it } from 'vitest';
import { dayKey, formatDate, formatDateTime, formatDuration, formatMonth, formatTime, zoneName } from './times';

const moment = '2026-11-20T16:42:05Z';

describe('times', () => {
  it('writes moments in the chosen zone and language', () => {
    expect(formatDateTime(moment, 'America/New_York', 'en')).toBe('20 Nov 11:42');
    expect(formatDateTime(moment, 'America/New_York', 'zh-CN')).toBe('11月20日 11:42');
    expect(formatDateTime(moment, 'Asia/Shanghai', 'zh-CN')).toBe('11月21日 00:42');
    expect(formatDate(moment, 'UTC', 'en', { year: true })).toBe('20 Nov 2026');
    expect(formatDate('2026-09-01T00:00:00Z', 'UTC', 'en')).toBe('1 Sep');
    expect(formatTime(moment, 'UTC', 'en', { seconds: true })).toBe('16:42:05');
    expect(formatMonth(moment, 'UTC', 'en')).toBe('November 2026');
    expect(formatMonth(moment, 'UTC', 'zh-CN')).toBe('2026年11月');
  });

  it('knows the day of a moment in a zone, across daylight saving', () => {
    expect(dayKey('2026-11-01T03:30:00Z', 'America/New_York')).toBe('2026-10-31');
    expect(dayKey('2026-11-01T05:30:00Z', 'America/New_York')).toBe('2026-11-01');
  });

  it('falls back to UTC for a zone that nobody knows', () => {
    expect(formatTime(moment, 'Mars/Olympus', 'en')).toBe('16:42');
  });

  it('writes spans in two units', () => {
    expect(formatDuration(4.05, 'en')).toBe('4 min 3 s');
    expect(formatDuration(125, 'en')).toBe('2 h 5 min');
    expect(formatDuration(0, 'en')).toBe('0 s');
    expect(formatDuration(60 * 24 * 3, 'zh-CN')).toBe('3 天');
    expect(formatDuration(null, 'en')).toBe('–');
  });

  it('names zones', () => {
    expect(zoneName('America/New_York', 'en')).toBe('New York');
    expect(zoneName('America/New_York', 'zh-CN')).toBe('纽约');
    expect(zoneName('America/Argentina/Buenos_Aires', 'zh-CN')).toBe('Buenos Aires');
  });
});
