/** How moments and spans are written, always in a stated time zone. */
import type { Language } from './numbers';

export type Moment = string | number | Date;

const formatters = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: Language, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}|${zone}|${JSON.stringify(options)}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    const locale = language === 'zh-CN' ? 'zh-CN' : 'en-GB';
    try {
      formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone, hourCycle: 'h23' });
    } catch {
      formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', hourCycle: 'h23' });
    }
    formatters.set(key, formatter);
  }
  return formatter;
}

/** The browser's own zone. */
export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** `20 Nov`, `11月20日`; with the year on demand. */
export function formatDate(moment: Moment, zone: string, language: Language, options: { year?: boolean; weekday?: boolean } = {}): string {
  return dateFormat(language, zone, {
    day: 'numeric',
    month: language === 'zh-CN' ? 'long' : 'short',
    ...(options.year ? { year: 'numeric' } : {}),
    ...(options.weekday ? { weekday: 'long' } : {}),
  })
    .format(new Date(moment))
    .replace(/Sept\b/, 'Sep');
}

/** `11:42`, or with seconds. */
export function formatTime(moment: Moment, zone: string, language: Language, options: { seconds?: boolean } = {}): string {
  return dateFormat(language, zone, {
    hour: '2-digit',
    minute: '2-digit',
    ...(options.seconds ? { second: '2-digit' } : {}),
  }).format(new Date(moment));
}

/** `20 Nov 11:42`. */
export function formatDateTime(moment: Moment, zone: string, language: Language, options: { year?: boolean; seconds?: boolean } = {}): string {
  return `${formatDate(moment, zone, language, options)} ${formatTime(moment, zone, language, options)}`;
}

/** `November 2026`, `2026年11月`. */
export function formatMonth(moment: Moment, zone: string, language: Language): string {
  return dateFormat(language, zone, { month: 'long', year: 'numeric' }).format(new Date(moment));
}

/** The calendar day of a moment in a zone, as `2026-11-20`. */
export function dayKey(moment: Moment, zone: string): string {
  const parts = dateFormat('en', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(new Date(moment));
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** A span of minutes in words: `4 min 3 s`, `2 h 5 min`, `3 d 4 h`. */
export function formatDuration(minutes: number | null | undefined, language: Language): string {
  if (minutes === null || minutes === undefined || !Number.isFinite(minutes)) {
    return '\u2013';
  }
  const seconds = Math.round(Math.abs(minutes) * 60);
  const units: [number, string, string][] = [
    [86_400, 'd', '天'],
    [3_600, 'h', '小时'],
    [60, 'min', '分'],
    [1, 's', '秒'],
  ];
  const first = units.findIndex(([size]) => seconds >= size);
  if (first < 0) {
    return language === 'zh-CN' ? '0 秒' : '0 s';
  }
  let rest = seconds;
  const parts: string[] = [];
  for (const [size, en, zh] of units.slice(first, first + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) {
      parts.push(`${count} ${language === 'zh-CN' ? zh : en}`);
    }
  }
  return parts.join(' ');
}

/** `New York`, `纽约` or, where the language has no word for it, the city of the zone's name. */
export function zoneName(zone: string, language: Language): string {
  const chinese: Record<string, string> = {
    'America/New_York': '纽约',
    'America/Chicago': '芝加哥',
    'America/Los_Angeles': '洛杉矶',
    'Europe/London': '伦敦',
    'Europe/Berlin': '柏林',
    'Asia/Shanghai': '上海',
    'Asia/Hong_Kong': '香港',
    'Asia/Singapore': '新加坡',
    'Asia/Tokyo': '东京',
    'Australia/Sydney': '悉尼',
  };
  if (zone === 'UTC' || zone === 'Etc/UTC') {
    return 'UTC';
  }
  if (language === 'zh-CN' && chinese[zone]) {
    return chinese[zone];
  }
  return (zone.split('/').pop() ?? zone).replaceAll('_', ' ');
}
