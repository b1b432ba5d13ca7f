import { api, ApiProblem } from '@aiwendy/sdk';
import type { Import } from './journal';

/** Which column of a table is what. */
export interface ColumnMapping {
  kind?: 'executions' | 'trades' | null;
  /** Heading for each field; `#3` is the third column. */
  columns?: Record<string, string> | null;
  fees?: string[] | null;
  feesAreCash?: boolean | null;
  /** What words of the side column mean. */
  sides?: Record<string, 'buy' | 'sell'> | null;
  symbol?: string | null;
  hasHeader?: boolean | null;
}

/** What a person overrules about the reading of a file. */
export interface ImportChoices {
  encoding?: string | null;
  dateOrder?: 'monthFirst' | 'dayFirst' | null;
  decimalSeparator?: '.' | ',' | null;
  mapping?: ColumnMapping | null;
}

export interface Inspection {
  fileName: string;
  kind: string;
  format: string | null;
  formatName: string | null;
  refusal: { code: string; message: string } | null;
  encoding: string;
  delimiter: string;
  dateOrder: ImportChoices['dateOrder'];
  decimalSeparator: ImportChoices['decimalSeparator'];
  headerLine: number;
  headings: string[];
  rows: string[][];
  fingerprint: string;
  suggestedMapping: ColumnMapping | null;
  /** Whether the suggestion is what was said about the same headings before. */
  remembered: boolean;
  fields: string[];
}

export interface ImportSet {
  items: Import[];
  failures: { fileName: string; code: string; message: string }[];
}

export interface StoredMapping {
  id: string;
  name: string;
  fingerprint: string;
  headings: string[];
  choices: ImportChoices;
  updatedAt: string;
}

export interface UploadOptions extends ImportChoices {
  accountId?: string;
  timeZone?: string;
}

function formOf(files: readonly File[], options: UploadOptions): FormData {
  const form = new FormData();
  // Fields go first: the server reads the form as a stream.
  for (const name of ['accountId', 'timeZone', 'encoding', 'dateOrder', 'decimalSeparator'] as const) {
    const value = options[name];
    if (value) {
      form.set(name, value);
    }
  }
  if (options.mapping) {
    form.set('mapping', JSON.stringify(options.mapping));
  }
  files.forEach((file) => { form.append('file', file); });
  return form;
}

/** Sends files to be read; each becomes an import that does not count before it is committed. */
export async function uploadImports(files: readonly File[], options: UploadOptions): Promise<ImportSet> {
  const answer = await api.post<Import | ImportSet>('/api/journal/imports', formOf(files, options));
  return 'items' in answer ? answer : { items: [answer], failures: [] };
}

export async function inspectImport(file: File, options: ImportChoices): Promise<Inspection> {
  return await api.post<Inspection>('/api/journal/imports/inspect', formOf([file], options));
}

/** Whether a file was refused only because nobody knows its columns. */
export function isUnknownFormat(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'format_not_recognised';
}

export const acceptedFiles = '.csv,.tsv,.txt,.xlsx,.xls,.htm,.html,.xml,.json,.zip';

/** Columns that nearly every table has, and those that some have. */
export const mainFields: Record<'executions' | 'trades', readonly string[]> = {
  executions: ['date', 'time', 'symbol', 'side', 'quantity', 'price'],
  trades: ['symbol', 'side', 'quantity', 'date', 'time', 'price', 'exitDate', 'exitTime', 'exitPrice', 'net'],
};

export const moreFields: Record<'executions' | 'trades', readonly string[]> = {
  executions: ['amount', 'currency', 'account', 'id', 'multiplier', 'kind', 'status'],
  trades: ['gross', 'currency', 'account', 'id', 'multiplier', 'kind', 'status'],
};

/** What a mapping still lacks before the file can be read with it. */
export function missingFields(mapping: ColumnMapping): string[] {
  const columns = mapping.columns ?? {};
  const needed = mapping.kind === 'trades' ? ['date', 'exitDate', 'price', 'exitPrice', 'quantity'] : ['date'];
  const missing = needed.filter((field) => !columns[field]);
  if (mapping.kind !== 'trades' && ['quantity', 'price', 'amount'].filter((field) => columns[field]).length < 2) {
    missing.push(...['quantity', 'price'].filter((field) => !columns[field]));
  }
  if (!columns['symbol'] && !mapping.symbol) {
    missing.push('symbol');
  }
  return missing;
}

/** Columns to choose from: by heading, or by position where a heading is empty or stands twice. */
export function columnOptions(headings: readonly string[], width: number, nameOf: (number: number) => string): { value: string; label: string }[] {
  return Array.from({ length: Math.max(headings.length, width) }, (_, index) => {
    const heading = headings[index]?.trim() ?? '';
    const isOwn = heading !== '' && !heading.startsWith('#') && headings.filter((other) => other.trim().toLowerCase() === heading.toLowerCase()).length === 1;
    return { value: isOwn ? heading : `#${index + 1}`, label: heading || nameOf(index + 1) };
  });
}

/** Whether dates can be read day first as well as month first. */
export function isAmbiguousDate(text: string): boolean {
  const parts = /^(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}\b/.exec(text.trim());
  return parts !== null && Number(parts[1]) <= 12 && Number(parts[2]) <= 12 && parts[1] !== parts[2];
}

/** The words that stand in a column of the sample, at most eight. */
export function wordsOf(column: string | undefined, headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const index = column?.startsWith('#') ? Number(column.slice(1)) - 1 : headings.findIndex((heading) => heading.trim() === column);
  return index < 0 ? [] : [...new Set(rows.map((row) => (row[index] ?? '').trim()).filter(Boolean))].slice(0, 8);
}
