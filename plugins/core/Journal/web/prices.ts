import { signOf } from '@aiwendy/sdk';
import type { Fill, Trade } from './journal';

/** A stretch of time with its prices. */
export interface PriceBar {
  time: string;
  end: string;
  open: number;
  high: number;
  low: number;
  close: number;
}

export interface Excursion {
  /** Largest distance against the trade, in price. */
  adverse: number;
  favourable: number;
  adverseMoney: number;
  favourableMoney: number;
  /** Share of the largest gain that the exit took; null when the price never went the trade's way. */
  capture: number | null;
  isApproximate: boolean;
}

export interface TradePrices {
  symbol: string;
  items: PriceBar[];
  excursion: Excursion | null;
}

/** What the first stop put at risk, in money; null without a stop. */
export function riskOf(trade: Pick<Trade, 'entryPrice' | 'quantity' | 'multiplier'>, stop: number | null): number | null {
  return stop === null ? null : Math.abs(trade.entryPrice - stop) * trade.quantity * trade.multiplier;
}

/** Where a moment lies among bars that stand side by side, in bars from the left: the third bar begins at 2. */
export function placeOf(bars: readonly PriceBar[], at: string): number {
  const moment = Date.parse(at);
  const next = bars.findIndex((bar) => Date.parse(bar.time) > moment);
  const index = next < 0 ? bars.length - 1 : next - 1;
  const bar = bars[index];
  if (!bar) {
    return 0;
  }
  const start = Date.parse(bar.time);
  const length = Math.max(1, Date.parse(bar.end) - start);
  return index + Math.min(1, Math.max(0, (moment - start) / length));
}

export interface PriceMark {
  id: 'entry' | 'exit' | 'stop' | 'target';
  price: number;
}

/** The prices that a chart names at its edge; what was not planned is not there. */
export function marksOf(trade: Pick<Trade, 'entryPrice' | 'exitPrice'>, plan: { plannedStop: number | null; plannedTarget: number | null }): PriceMark[] {
  return [
    { id: 'entry', price: trade.entryPrice },
    { id: 'exit', price: trade.exitPrice },
    ...(plan.plannedStop === null ? [] : [{ id: 'stop' as const, price: plan.plannedStop }]),
    ...(plan.plannedTarget === null ? [] : [{ id: 'target' as const, price: plan.plannedTarget }]),
  ];
}

/** Moves labels apart that would cover each other, each as little as possible, within a height. */
export function spread(places: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  let last = -Infinity;
  for (const one of order) {
    one.place = Math.max(one.place, last + gap, top);
    last = one.place;
  }
  let next = bottom + gap;
  for (const one of [...order].reverse()) {
    one.place = Math.min(one.place, next - gap);
    next = one.place;
  }
  const result = [...places];
  order.forEach((one) => { result[one.index] = one.place; });
  return result;
}

/** Fills that lie within the bars, each with its place. */
export function fillMarks(bars: readonly PriceBar[], fills: readonly Fill[]): { fill: Fill; place: number }[] {
  const first = bars[0];
  const last = bars.at(-1);
  if (!first || !last) {
    return [];
  }
  return fills.filter((fill) => Date.parse(fill.at) >= Date.parse(first.time) && Date.parse(fill.at) <= Date.parse(last.end)).map((fill) => ({ fill, place: placeOf(bars, fill.at) }));
}

/** Which way a bar went. */
export const directionOf = (bar: PriceBar) => signOf(bar.close - bar.open);
