/** One finished trade of an invented trader. */
export interface MadeTrade {
  id: number;
  symbol: string;
  isLong: boolean;
  entered: Date;
  minutes: number;
  entry: number;
  exit: number;
  size: number;
  result: number;
  fee: number;
}

/** Trades of two instruments on working days, the same each time: some quick, some long, more wins than losses. */
export function makeTrades(count: number, firstId: number, from: string): MadeTrade[] {
  return Array.from({ length: count }, (_, index) => {
    const isLong = index % 3 !== 0;
    const points = [6, -4, 9, -7, 3, 12, -5, 0][index % 8] ?? 0;
    const entry = 20_000 + index * 4.25;
    const size = 1 + (index % 3);
    const day = new Date(Date.parse(`${from}T14:00:00Z`) + Math.floor(index / 4) * 86_400_000);
    return {
      id: firstId + index,
      symbol: index % 2 === 0 ? 'MNQZ6' : 'MESZ6',
      isLong,
      entered: new Date(day.getTime() + (index % 4) * 3_600_000),
      minutes: 3 + (index % 5) * 11,
      entry,
      exit: entry + (isLong ? points : -points),
      size,
      result: points * size * (index % 2 === 0 ? 2 : 5),
      fee: 0.74 * size,
    };
  });
}

function stamp(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(moment.getUTCMonth() + 1)}/${two(moment.getUTCDate())}/${moment.getUTCFullYear()} ${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}:${two(moment.getUTCSeconds())} +00:00`;
}

/** The trades as an export that is recognised by its headings. */
export function knownFile(trades: readonly MadeTrade[]): string {
  const rows = trades.map((trade) => {
    const left = new Date(trade.entered.getTime() + trade.minutes * 60_000);
    return [trade.id, trade.symbol, stamp(trade.entered), stamp(left), trade.entry, trade.exit, trade.fee.toFixed(2), trade.result.toFixed(2), trade.size, trade.isLong ? 'Long' : 'Short', stamp(trade.entered), '00:10:00'].join(',');
  });
  return ['Id,ContractName,EnteredAt,ExitedAt,EntryPrice,ExitPrice,Fees,PnL,Size,Type,TradeDay,TradeDuration', ...rows, ''].join('\n');
}

/** Fills under headings and words that say nothing to anybody. */
export function strangeFile(symbol: string, days: readonly string[]): string {
  return ['Quux;Foo;Bar;Baz;Qux;Corge', ...days.flatMap((day, index) => [`${day} 09:31;${symbol};plus;10;${100 + index},5;1`, `${day} 10:31;${symbol};minus;10;${102 + index},5;1`]), ''].join('\n');
}

/** A minute of prices for each minute of a stretch of time. */
export function barsFile(from: Date, minutes: number, price: number): string {
  const rows = Array.from({ length: minutes }, (_, index) => {
    const open = price + Math.sin(index / 4) * 6;
    const close = price + Math.sin((index + 1) / 4) * 6;
    return [new Date(from.getTime() + index * 60_000).toISOString(), open.toFixed(2), (Math.max(open, close) + 1.5).toFixed(2), (Math.min(open, close) - 1.5).toFixed(2), close.toFixed(2)].join(',');
  });
  return ['time,open,high,low,close', ...rows, ''].join('\n');
}
