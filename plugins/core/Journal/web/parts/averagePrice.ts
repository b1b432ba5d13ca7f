import { formatQuantity, formatRatio, type Language } from '@aiwendy/sdk';

/**
 * An average price with six significant digits and at least two decimals: an average of several fills has more decimals
 * than anybody traded at. A price that was traded as it stands is shown in full.
 */
export function averagePrice(value: number, language: Language): string {
  const digits = Math.min(8, Math.max(2, 5 - Math.floor(Math.log10(Math.max(Math.abs(value), 1e-8)))));
  const rounded = Number(value.toFixed(digits));
  const exact = formatQuantity(rounded, language);
  return /\.\d{2,}$/.test(exact) ? exact : formatRatio(rounded, language);
}
