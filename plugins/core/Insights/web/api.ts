import { api } from '@aiwendy/sdk';

export interface UsageDay {
  day: string;
  people: number;
  messages: number;
  imports: number;
  modelCalls: number;
  errors: number;
}

export interface UsageShare {
  key: string;
  name: string | null;
  count: number;
}

export interface ModelShare {
  kind: string;
  calls: number;
  tokens: number;
}

export interface Usage {
  from: string;
  to: string;
  people: number;
  totals: {
    signUps: number;
    signIns: number;
    conversations: number;
    messages: number;
    imports: number;
    executions: number;
    reports: number;
    modelCalls: number;
    modelTokens: number;
    errors: number;
  };
  days: UsageDay[];
  coaches: UsageShare[];
  models: ModelShare[];
  formats: UsageShare[];
  errors: UsageShare[];
  retentionDays: number;
}

export const keys = {
  usage: (days: number) => ['aiwendy.insights', 'usage', days] as const,
  all: ['aiwendy.insights', 'usage'] as const,
};

export const calls = {
  usage: (days: number, signal?: AbortSignal) => api.get<Usage>('/api/insights/usage', { query: { days }, signal }),
  keep: (retentionDays: number) => api.put('/api/plugins/aiwendy.insights/settings', { retentionDays }),
};
