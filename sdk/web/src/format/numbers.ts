/** How numbers are written: U+2212 for minus, tabular figures, the reader's language. */

export type Language = 'en' | 'zh-CN';

export const minus = '\u2212';
export const undefinedValue = '\u2013';

export type Sign = 'gain' | 'loss' | 'zero' | 'none';

const formatters = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(language === 'zh-CN' ? 'zh-CN' : 'en-US', options);
    formatters.set(key, formatter);
  }
  return formatter;
}

function withSign(value: number, text: string, isZero: boolean, signed: boolean): string {
  if (isZero) {
    return text;
  }
  if (value < 0) {
    return minus + text;
  }
  return signed ? `+${text}` : text;
}

function format(value: number | null | undefined, language: Language, options: Intl.NumberFormatOptions, signed: boolean): string {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return undefinedValue;
  }
  const formatter = numberFormat(language, options);
  const text = formatter.format(Math.abs(value));
  return withSign(value, text, text === formatter.format(0), signed);
}

export interface MoneyOptions {
  /** Shows a plus in front of gains. */
  signed?: boolean;
  /** Leaves out cents, for headings of a calendar day or an axis. */
  whole?: boolean;
}

/** An amount with its currency's narrow symbol: `−$2,594.68`. */
export function formatMoney(value: number | null | undefined, currency: string, language: Language, options: MoneyOptions = {}): string {
  const digits = options.whole ? { maximumFractionDigits: 0, minimumFractionDigits: 0 } : {};
  try {
    return format(value, language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...digits }, options.signed ?? false);
  } catch {
    // Crypto and other units that ISO 4217 does not know keep their own name.
    return `${format(value, language, { maximumFractionDigits: 8 }, options.signed ?? false)} ${currency}`;
  }
}

/** What a screen reader says for an amount: `minus 2,594.68 US dollars`. */
export function spokenMoney(value: number | null | undefined, currency: string, language: Language): string {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return language === 'zh-CN' ? '没有数值' : 'no value';
  }
  let text: string;
  try {
    text = numberFormat(language, { style: 'currency', currency, currencyDisplay: 'name' }).format(Math.abs(value));
  } catch {
    text = `${numberFormat(language, { maximumFractionDigits: 8 }).format(Math.abs(value))} ${currency}`;
  }
  if (value >= 0) {
    return text;
  }
  return language === 'zh-CN' ? `负${text}` : `minus ${text}`;
}

/** A percentage from a value between 0 and 100: `36.6%`. */
export function formatPercent(value: number | null | undefined, language: Language, options: { digits?: number; signed?: boolean } = {}): string {
  const digits = options.digits ?? 1;
  const text = format(value, language, { minimumFractionDigits: digits, maximumFractionDigits: digits }, options.signed ?? false);
  return text === undefinedValue ? text : `${text}%`;
}

/** Multiples of the risk taken: `+0.17 R`. */
export function formatR(value: number | null | undefined, language: Language, options: { signed?: boolean } = {}): string {
  const text = format(value, language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }, options.signed ?? true);
  return text === undefinedValue ? text : `${text} R`;
}

/** A ratio with two decimals: `1.22`. */
export function formatRatio(value: number | null | undefined, language: Language, digits = 2): string {
  return format(value, language, { minimumFractionDigits: digits, maximumFractionDigits: digits }, false);
}

/** A whole number with separators: `1,204`. */
export function formatCount(value: number | null | undefined, language: Language): string {
  return format(value, language, { maximumFractionDigits: 0 }, false);
}

/** A size or price with as many decimals as it has, at most eight. */
export function formatQuantity(value: number | null | undefined, language: Language): string {
  return format(value, language, { maximumFractionDigits: 8 }, false);
}

/** A price: at least two decimals, at most eight. */
export function formatPrice(value: number | null | undefined, language: Language): string {
  return format(value, language, { minimumFractionDigits: 2, maximumFractionDigits: 8 }, false);
}

/** Which side of zero a value lies on. */
export function signOf(value: number | null | undefined): Sign {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return 'none';
  }
  if (value === 0) {
    return 'zero';
  }
  return value > 0 ? 'gain' : 'loss';
}
