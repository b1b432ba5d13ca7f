import type { Import, ImportTotal } from './journal';
import { typedNumber } from './model';

export const statementLines = ['executions', 'gross', 'fees', 'net', 'openPositions'] as const;
export type StatementLine = (typeof statementLines)[number];

/** What a person typed from the broker's statement, beginning with what the file itself says of it. */
export function typedOf(made: Pick<Import, 'statement' | 'totals'>): Partial<Record<StatementLine, string>> {
  // A statement speaks of one currency; where a file holds several, nobody knows which.
  const stated = made.totals.length === 1 ? made.statement : null;
  const text = (value: number | null | undefined) => (value === null || value === undefined ? {} : { value: String(value) });
  return Object.fromEntries((['gross', 'fees', 'net'] as const).flatMap((line) => { const { value } = text(stated?.[line]); return value === undefined ? [] : [[line, value]]; }));
}

export type Agreement = 'open' | 'equal' | 'differs' | 'unreadable';

const rounding = 0.005;

/** Whether a line of the file agrees with what was typed; statements round to cents. */
export function agreementOf(total: ImportTotal, line: StatementLine, typed: string | undefined): { agreement: Agreement; difference: number } {
  const value = typedNumber(typed ?? '');
  if (value === null) {
    return { agreement: 'open', difference: 0 };
  }
  if (value === undefined) {
    return { agreement: 'unreadable', difference: 0 };
  }
  // Brokers print costs as negative amounts; either way of writing them is the same.
  const read = total[line];
  const difference = line === 'fees' ? Math.abs(read) - Math.abs(value) : read - value;
  return { agreement: Math.abs(difference) <= rounding + 1e-9 ? 'equal' : 'differs', difference };
}
