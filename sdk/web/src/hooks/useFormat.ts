import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import * as numbers from '../format/numbers';
import * as times from '../format/times';
import { useLanguage } from '../i18n/useT';
import { readGlobalBar } from './globalBar';

/** The formatting functions, bound to the language of the page and the zone of the global bar. */
export function useFormat() {
  const language = useLanguage();
  const [search] = useSearchParams();
  const zone = readGlobalBar(search).zone;
  return useMemo(
    () => ({
      language,
      zone,
      money: (value: number | null | undefined, currency: string, options?: numbers.MoneyOptions) => numbers.formatMoney(value, currency, language, options),
      percent: (value: number | null | undefined, options?: { digits?: number; signed?: boolean }) => numbers.formatPercent(value, language, options),
      r: (value: number | null | undefined) => numbers.formatR(value, language),
      ratio: (value: number | null | undefined, digits?: number) => numbers.formatRatio(value, language, digits),
      count: (value: number | null | undefined) => numbers.formatCount(value, language),
      quantity: (value: number | null | undefined) => numbers.formatQuantity(value, language),
      price: (value: number | null | undefined) => numbers.formatPrice(value, language),
      duration: (minutes: number | null | undefined) => times.formatDuration(minutes, language),
      date: (moment: times.Moment, options?: { year?: boolean; weekday?: boolean }) => times.formatDate(moment, zone, language, options),
      time: (moment: times.Moment, options?: { seconds?: boolean }) => times.formatTime(moment, zone, language, options),
      dateTime: (moment: times.Moment, options?: { year?: boolean; seconds?: boolean }) => times.formatDateTime(moment, zone, language, options),
      month: (moment: times.Moment) => times.formatMonth(moment, zone, language),
    }),
    [language, zone],
  );
}
