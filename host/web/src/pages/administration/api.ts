import { api, type Language } from '@aiwendy/sdk';

export type SettingType = 'text' | 'integer' | 'boolean' | 'choice' | 'folder' | 'address' | 'proxy' | 'hosts';

/** A setting of the installation; description and group are in the language of the page. */
export interface InstallationSetting {
  key: string;
  group: string;
  type: SettingType;
  description: string;
  default: string | null;
  value: string | null;
  source: 'environment' | 'dotenv' | 'database' | 'default';
  isSet: boolean;
  secret: boolean;
  restart: boolean;
  /** Changed here, and waiting for a restart. */
  pending: boolean;
  editable: boolean;
  minimum: number | null;
  maximum: number | null;
  choices: readonly string[];
}

export interface SettingChange {
  key: string;
  at: string;
  userId: string;
  userName: string | null;
  before: string | null;
  after: string | null;
}

export interface AuditEntry {
  sequence: number;
  id: string;
  at: string;
  userId: string;
  userName: string | null;
  action: string;
  subject: string;
  outcome: 'success' | 'refused' | 'failed';
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  details: Record<string, unknown>;
  address: string | null;
  userAgent: string | null;
  requestId: string | null;
}

export interface AuditChoices {
  actions: readonly string[];
  people: readonly { userId: string; userName: string | null }[];
}

export interface AuditCheck {
  whole: boolean;
  entries: number;
  /** Of the last entry, or of the one that is wrong. */
  sequence: number;
  hash: string;
  fault: string | null;
  checkedAt: string;
}

/** What the audit log is narrowed down to; empty where it does not matter. */
export interface AuditFilter {
  user: string;
  action: string;
  outcome: string;
  /** Days as `2026-11-20`, both included. */
  from: string;
  to: string;
}

export interface Limits {
  enabled: boolean;
  items: readonly { policy: string; limit: number; used: number; remaining: number; windowSeconds: number; resetSeconds: number }[];
}

export const keys = {
  settings: (language: Language) => ['administration', 'settings', language],
  history: ['administration', 'history'],
  audit: ['administration', 'audit'],
  limits: ['limits'],
} as const;

const settingsPath = '/api/admin/settings';
const auditPath = '/api/admin/audit';

export const administration = {
  settings: (signal?: AbortSignal) => api.get<{ items: InstallationSetting[] }>(settingsPath, { signal }),
  change: (key: string, value: string | null) => api.patch<{ items: InstallationSetting[] }>(settingsPath, { values: { [key]: value } }),
  history: (signal?: AbortSignal) => api.get<{ items: SettingChange[] }>(`${settingsPath}/history`, { signal }),
  audit: (filter: AuditFilter, cursor: string | null, signal?: AbortSignal) =>
    api.get<{ items: AuditEntry[]; nextCursor: string | null }>(auditPath, { query: { ...auditQuery(filter), cursor }, signal }),
  choices: (signal?: AbortSignal) => api.get<AuditChoices>(`${auditPath}/choices`, { signal }),
  verify: () => api.post<AuditCheck>(`${auditPath}/verify`),
  limits: (signal?: AbortSignal) => api.get<Limits>('/api/limits', { signal }),
};

/** Where the same entries come as a file. */
export function exportAddress(filter: AuditFilter): string {
  const query = new URLSearchParams(Object.entries(auditQuery(filter)).filter(([, value]) => value !== '')).toString();
  return query ? `${auditPath}/export?${query}` : `${auditPath}/export`;
}

/** The filter as the server takes it: days of this browser as moments, the last one included. */
export function auditQuery(filter: AuditFilter): Record<string, string> {
  const { from, to, ...rest } = filter;
  return { ...rest, from: startOf(from, 0), to: startOf(to, 1) };
}

function startOf(day: string, plus: number): string {
  const [year, month, date] = day.split('-').map(Number);
  return year && month && date ? new Date(year, month - 1, date + plus).toISOString() : '';
}
