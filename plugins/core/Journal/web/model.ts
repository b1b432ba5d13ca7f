import { api } from '@aiwendy/sdk';
import type { Trade } from './journal';

/** What a person wrote about a trade. */
export interface Annotation {
  note: string | null;
  tags: string[];
  playbookId: string | null;
  criteria: string[];
  projectId: string | null;
  plannedEntry: number | null;
  plannedStop: number | null;
  plannedTarget: number | null;
  mistakes: string[];
  emotionBefore: string | null;
  emotionDuring: string | null;
  emotionAfter: string | null;
  confidence: number | null;
  stress: number | null;
  rating: number | null;
  updatedAt: string | null;
}

export interface Screenshot {
  id: string;
  contentType: string;
  width: number;
  height: number;
  size: number;
  caption: string | null;
  createdAt: string;
}

/** What lists of trades say about what was written. */
export interface MarkedTrade extends Trade {
  tags: string[];
  playbookId: string | null;
  projectId: string | null;
  rating: number | null;
  hasNote: boolean;
}

export interface HitRate {
  trades: number;
  wins: number;
  losses: number;
  winRate: number | null;
  low: number | null;
  high: number | null;
  lowSample: boolean;
}

export interface Criterion {
  id: string;
  text: string;
}

export interface Playbook {
  id: string;
  name: string;
  description: string | null;
  criteria: Criterion[];
  trades: number;
}

export interface PlaybookDetails {
  id: string;
  name: string;
  description: string | null;
  criteria: (Criterion & { followed: HitRate; notFollowed: HitRate })[];
  result: HitRate;
}

export interface Project {
  id: string;
  name: string;
  description: string | null;
  trades: number;
}

export interface Tag {
  name: string;
  trades: number;
}

export interface SavedView {
  id: string;
  name: string;
  query: string;
}

export interface DayTotal {
  currency: string;
  net: number;
  trades: number;
  wins: number;
  losses: number;
}

export interface Day {
  date: string;
  plan: string | null;
  review: string | null;
  note: string | null;
  mood: number | null;
  updatedAt: string | null;
  currency: string | null;
  net: number;
  totals: DayTotal[];
  trades: MarkedTrade[];
}

export interface AccountDetails {
  id: string;
  name: string;
  currency: string;
  timeZone: string;
  startBalance: number;
  isSample: boolean;
  trades: number;
  executions: number;
  externalName: string | null;
  broker: string | null;
  dayCutOff: string | null;
  lotMethod: 'fifo' | 'lifo' | 'average';
  breakevenBand: number;
  resetOn: string | null;
}

export interface CashMovement {
  id: string;
  kind: 'deposit' | 'withdrawal' | 'fee' | 'interest' | 'dividend';
  amount: number;
  effect: number;
  currency: string;
  day: string;
  note: string | null;
}

export const changeTrade = (id: string, patch: Partial<Annotation>) => api.patch<Annotation>(`/api/journal/trades/${encodeURIComponent(id)}`, patch);

export const changeDay = (date: string, patch: Partial<Pick<Day, 'plan' | 'review' | 'note' | 'mood'>>) => api.put<Day>(`/api/journal/days/${date}`, patch);

/** The day before or after, as yyyy-MM-dd. */
export function shiftDay(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A number as people type it; null when the field is empty, undefined when it is none. */
export function typedNumber(text: string): number | null | undefined {
  const plain = text.trim().replace(/\s/g, '').replace('−', '-').replace(/,(?=\d{1,}$)(?!.*\.)/, '.').replaceAll(',', '');
  if (plain === '') {
    return null;
  }
  return /^-?\d*\.?\d+$/.test(plain) && Math.abs(Number(plain)) <= 1e12 ? Number(plain) : undefined;
}
