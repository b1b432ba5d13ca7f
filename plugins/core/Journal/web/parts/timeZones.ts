import { browserZone } from '@aiwendy/sdk';

const fallback = ['UTC', 'America/New_York', 'America/Chicago', 'America/Los_Angeles', 'Europe/London', 'Europe/Berlin', 'Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Singapore', 'Asia/Tokyo', 'Australia/Sydney'];

/** Every zone that the browser knows, the usual ones of traders first. */
export function timeZones(): readonly string[] {
  const known = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set([...fallback, browserZone(), ...known])];
}

/** Exports are mostly written in the exchange's or the trader's own time: begin with the trader's. */
export function defaultTimeZone(): string {
  return browserZone();
}
