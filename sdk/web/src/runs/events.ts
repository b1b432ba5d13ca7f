/** A figure that an answer may cite. */
export interface Figure {
  id: string;
  label: string;
  value: number | null;
  /** `money`, `percent` (0 to 100), `ratio`, `count`, `minutes` or `r`. */
  unit: string;
  n: number;
  reason?: string | null;
  currency?: string | null;
}

/** A trade that an answer may cite. */
export interface EvidenceTrade {
  id: string;
  number: string;
  symbol: string;
  side: 'long' | 'short';
  quantity: number;
  openedAt: string;
  closedAt?: string | null;
  net: number;
  currency: string;
}

export interface ToolStep {
  callId: string;
  name: string;
  title: string;
  status: 'running' | 'done' | 'failed';
  durationMs?: number | null;
}

export type Finish = 'stop' | 'length' | 'content_filter' | 'refusal' | 'cancelled' | 'incomplete';

/** The events of a coach's answer; other kinds of runs add their own types. */
export type RunEvent =
  | { type: 'delta'; text: string }
  | { type: 'reasoning'; text: string }
  | ({ type: 'tool' } & ToolStep)
  | { type: 'evidence'; figures?: Figure[]; trades?: EvidenceTrade[] }
  | { type: 'usage'; inputTokens?: number; outputTokens?: number; model?: string }
  | { type: 'done'; finish: Finish }
  | { type: 'error'; code: string; message: string; retryAfter?: number; retryable?: boolean };

/** Any event, also of kinds that the SDK does not know. */
export interface AnyRunEvent {
  type: string;
  [property: string]: unknown;
}
