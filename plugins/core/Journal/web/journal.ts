import { api, readGlobalBar, type GlobalBar, type SearchHit, type TradingAccount } from '@aiwendy/sdk';

export interface Figure {
  id: string;
  label: string;
  value: number | null;
  unit: 'money' | 'percent' | 'ratio' | 'count' | 'minutes' | 'r';
  n: number;
  reason: string | null;
  currency: string | null;
  lowSample?: boolean;
  interval?: { low: number; high: number; level: number } | null;
}

export type Figures = Record<string, Figure | undefined>;

export interface Trade {
  id: string;
  number: string;
  accountId: string;
  symbol: string;
  side: 'long' | 'short';
  quantity: number;
  entryPrice: number;
  exitPrice: number;
  multiplier: number;
  gross: number;
  fees: number;
  net: number;
  currency: string;
  openedAt: string;
  closedAt: string;
  outcome: 'win' | 'loss' | 'breakeven';
  fillCount: number;
  /** What the first stop put at risk, in money; null without a stop. */
  risk: number | null;
}

export interface Fill {
  executionId: string;
  at: string;
  side: 'buy' | 'sell';
  quantity: number;
  price: number;
  fee: number;
  effect: 'open' | 'close';
  importId: string | null;
  row: number | null;
}

export interface Equity {
  currency: string;
  startBalance: number | null;
  points: { date: string; net: number; equity: number; drawdown: number; trades: number }[];
}

export interface CalendarMonth {
  currency: string;
  month: string;
  net: number;
  trades: number;
  days: { date: string; net: number; trades: number; wins: number; losses: number }[];
}

export interface AfterLoss {
  currency: string;
  windowMinutes: number | null;
  figures: Figures;
  trades: Trade[];
}

export interface OpenPosition {
  accountId?: string;
  symbol: string;
  side: 'long' | 'short';
  quantity: number;
  averagePrice: number;
  currency: string;
}

export interface RowProblem {
  row: number;
  column?: string | null;
  reason?: string;
  code?: string;
  message: string;
}

export interface ImportTotal {
  currency: string;
  closedTrades: number;
  gross: number;
  fees: number;
  net: number;
  executions: number;
  openPositions: number;
}

export interface Import {
  id: string;
  state: 'preview' | 'committed' | 'undone';
  committed: boolean;
  fileName: string;
  format: string;
  formatName: string;
  timeZone: string;
  encoding: string;
  rows: number;
  executions: number;
  duplicates: number;
  closedTrades: number;
  symbols: string[];
  currency: string;
  gross: number;
  fees: number;
  net: number;
  totals: ImportTotal[];
  /** Totals as the broker printed them, where the file holds them. */
  statement: { gross: number | null; fees: number | null; net: number | null } | null;
  openPositions: OpenPosition[];
  skippedCount: number;
  errorCount: number;
  errors: RowProblem[];
  warnings: { code: string; message: string }[];
  createdAt: string;
}

export interface ImportRow {
  row: number;
  verdict: 'new' | 'duplicate' | 'skipped' | 'error';
  column: string | null;
  message: string | null;
  symbol: string | null;
  side: 'buy' | 'sell' | null;
  quantity: number | null;
  price: number | null;
  fee: number | null;
  currency: string | null;
  executedAt: string | null;
}

export interface Account extends TradingAccount {
  currency: string;
  timeZone: string;
  startBalance: number | null;
  isSample: boolean;
  trades: number;
  executions: number;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** The global bar as the journal's shared filters. */
export function filtersOf(bar: GlobalBar): Record<string, string | undefined> {
  return {
    accountId: bar.account ?? undefined,
    from: bar.from ?? undefined,
    to: bar.to ?? undefined,
    currency: bar.currency ?? undefined,
  };
}

/** Below this key lies everything that an import or the sample changes. */
export const journalKey = 'journal';

export async function listAccounts(signal?: AbortSignal): Promise<Account[]> {
  return (await api.get<{ items: Account[] }>('/api/journal/accounts', { signal })).items;
}

export async function tradingAccounts(signal: AbortSignal): Promise<readonly TradingAccount[]> {
  return await listAccounts(signal);
}

const skipped = 'aiwendy.journal.skipped';

/** Leads past the first run until the browser is closed. */
export function skipFirstRun(): void {
  try {
    sessionStorage.setItem(skipped, '1');
  } catch {
    // Without storage the first run comes back, which is no harm.
  }
}

function isSkipped(): boolean {
  try {
    return sessionStorage.getItem(skipped) === '1';
  } catch {
    return false;
  }
}

/** Whether this person has not brought any trades yet and did not choose to go on without. */
export async function hasNoTrades(): Promise<boolean> {
  return !isSkipped() && (await listAccounts()).every((account) => account.executions === 0);
}

export async function searchTrades(query: string, signal: AbortSignal): Promise<readonly SearchHit[]> {
  const symbol = query.trim().toUpperCase();
  if (!/^[A-Z0-9./:_-]{1,32}$/.test(symbol)) {
    return [];
  }
  const found = await api.get<Page<Trade>>('/api/journal/trades', { query: { symbol, limit: '8' }, signal });
  const { zone } = readGlobalBar(new URLSearchParams(location.search));
  return found.items.map((trade) => ({
    id: trade.id,
    title: `${trade.number} ${trade.symbol}`,
    detail: new Date(trade.closedAt).toLocaleDateString(undefined, { timeZone: zone }),
    to: `/trades/${trade.id}`,
    icon: 'book',
  }));
}

/** Sends a file to be read; nothing counts before it is committed. */
export async function uploadImport(file: File, choices: { accountId?: string; timeZone?: string }): Promise<Import> {
  const form = new FormData();
  form.set('file', file);
  if (choices.accountId) {
    form.set('accountId', choices.accountId);
  }
  if (choices.timeZone) {
    form.set('timeZone', choices.timeZone);
  }
  return await api.post<Import>('/api/journal/imports', form);
}
