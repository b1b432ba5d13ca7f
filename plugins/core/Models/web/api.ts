import { api } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';

export interface LastTest {
  at: string;
  ok: boolean;
  code: string | null;
  latencyMs: number | null;
}

export interface Connection {
  id: string;
  source: 'user' | 'environment' | 'builtin';
  kind: string;
  name: string;
  baseUrl: string | null;
  /** Masked. */
  apiKey: string | null;
  model: string;
  isDefault: boolean;
  isLocal: boolean;
  readOnly: boolean;
  createdAt: string | null;
  updatedAt: string | null;
  lastTest: LastTest | null;
}

export interface ConnectionList {
  items: Connection[];
  defaultId: string;
}

export interface Provider {
  kind: string;
  name: string;
  defaultBaseUrl: string | null;
  keyRequired: boolean;
  suggestedModel: string | null;
  /** Null when nobody looked. */
  found: boolean | null;
  models: string[];
}

export interface ConnectionChange {
  kind?: string;
  baseUrl?: string;
  apiKey?: string | null;
  model?: string;
  name?: string;
  makeDefault?: boolean;
}

export interface TestResult {
  ok: boolean;
  latencyMs: number | null;
  models: string[];
  code: string | null;
  message: string | null;
  retryAfter: number | null;
}

export interface UsageLine {
  connectionId: string;
  name: string | null;
  kind: string;
  model: string;
  calls: number;
  failed: number;
  inputTokens: number;
  outputTokens: number;
  lastAt: string;
}

export interface Usage {
  from: string;
  to: string;
  calls: number;
  inputTokens: number;
  outputTokens: number;
  items: UsageLine[];
}

export const keys = {
  connections: ['aiwendy.models', 'connections'],
  providers: ['aiwendy.models', 'providers'],
  usage: ['aiwendy.models', 'usage'],
} as const;

const path = '/api/models/connections';

export const calls = {
  connections: (signal?: AbortSignal) => api.get<ConnectionList>(path, { signal }),
  providers: (signal?: AbortSignal) => api.get<{ items: Provider[] }>('/api/models/providers', { query: { detect: true }, signal }),
  usage: (signal?: AbortSignal) => api.get<Usage>('/api/models/usage', { signal }),
  add: (body: ConnectionChange) => api.post<{ id: string }>(path, body),
  change: (id: string, body: ConnectionChange) => api.put<Connection>(`${path}/${id}`, body),
  remove: (id: string) => api.delete(`${path}/${id}`),
  restore: (id: string) => api.post(`${path}/${id}/restore`),
  test: (id: string) => api.post<TestResult>(`${path}/${id}/test`),
  makeDefault: (id: string) => api.post(`${path}/${id}/default`),
};

/** The models that the person may use; shared by the settings and every picker. */
export function useConnections() {
  return useQuery({ queryKey: keys.connections, queryFn: ({ signal }) => calls.connections(signal), staleTime: 30_000 });
}
