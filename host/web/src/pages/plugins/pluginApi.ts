import { api, type IconName, type Tone } from '@aiwendy/sdk';

export type PluginState = 'discovered' | 'starting' | 'active' | 'disabled' | 'waiting' | 'incompatible' | 'faulted';

export interface PluginFault {
  kind: 'incompatible' | 'faulted' | 'waiting';
  where: string;
  message: string;
  stack: string | null;
  log: string[];
  count: number;
  at: string;
  retryAt: string | null;
}

/** What a plugin used since it started. */
export interface PluginFigures {
  requests: number;
  errors: number;
  p50Ms: number;
  p99Ms: number;
  databaseMs: number;
  jobs: number;
  memoryBytes: number;
  contextsAlive: number;
}

/** A plugin as an administrator sees it. */
export interface AdminPlugin {
  id: string;
  name: string;
  nameZh: string | null;
  version: string;
  description: string | null;
  descriptionZh: string | null;
  publisher: string | null;
  edition: 'core' | 'cloud' | 'community';
  builtIn: boolean;
  trust: 'built_in' | 'trusted' | 'unsigned' | 'folder';
  state: PluginState;
  /** Why it is not active. */
  reason: string | null;
  permissions: string[];
  dependsOn: Record<string, string>;
  dependants: string[];
  features: { key: string; isOn: boolean; reason: string }[];
  hasSettings: boolean;
  hasWeb: boolean;
  folder: string;
  versions: { version: string; installedAt: string; sha256: string; active: boolean }[];
  /** The last upgrade that did not come to serve. */
  failure: { version: string; reason: string; at: string } | null;
  fault: PluginFault | null;
  figures: PluginFigures | null;
}

export type PackageTrust = 'trusted' | 'unsigned' | 'unknown_key' | 'revoked_key' | 'bad_signature';

/** What installing a package would do; nothing of it has run. */
export interface PackagePlan {
  sha256: string;
  id: string;
  name: string;
  nameZh: string | null;
  version: string;
  publisher: string | null;
  keyId: string | null;
  trust: PackageTrust;
  description: string | null;
  descriptionZh: string | null;
  size: number;
  permissions: string[];
  settings: unknown;
  features: string[];
  menu: { title: string; titleZh: string | null }[];
  /** Entitlements that features of it need, separated by commas. */
  licenceNeed: string | null;
  changes: { fromVersion: string | null; addedPermissions: string[]; addedDependencies: string[] };
  requires: { id: string; range: string; state: string }[];
  breaks: { id: string; reason: string }[];
  /** Those without a consent cannot be agreed to. */
  problems: { code: string; message: string; consent: 'unsigned' | 'downgrade' | null }[];
  /** Whether it can be installed once what needs consent has it. */
  installable: boolean;
}

export interface Removal {
  dependants: string[];
  schema: string | null;
  tables: { name: string; rows: number }[];
  /** Why it cannot be removed. */
  obstacle: string | null;
}

export interface FeedPlugin {
  id: string;
  name: string;
  nameZh: string | null;
  description: string | null;
  descriptionZh: string | null;
  publisher: string | null;
  versions: { version: string; sha256: string; sdk: string | null; size: number | null; permissions: string[]; changes: string | null; keyId: string | null }[];
  installed: string | null;
}

export interface PublisherKey {
  keyId: string;
  publisher: string;
  publicKey: string;
  revoked: boolean;
}

export const pluginsKey = ['admin', 'plugins'] as const;
export const feedKey = ['admin', 'feed'] as const;
export const publisherKeysKey = ['admin', 'publisher-keys'] as const;

const path = '/api/admin/plugins';
const pathOf = (id: string) => `${path}/${encodeURIComponent(id)}`;

export function listPlugins(signal?: AbortSignal): Promise<{ items: AdminPlugin[] }> {
  return api.get(path, { signal });
}

export type PluginAction = 'enable' | 'disable' | 'rollback' | 'retry';

export const calls = {
  act: (id: string, action: PluginAction) => api.post<AdminPlugin>(`${pathOf(id)}/${action}`),
  plan: (file: File) => {
    const form = new FormData();
    form.append('file', file);
    return api.post<PackagePlan>(`${path}/packages`, form);
  },
  planFromFeed: (feedId: string, version: string) => api.post<PackagePlan>(`${path}/packages`, { feedId, version }),
  install: (body: { sha256: string; allowUnsigned: string | null; allowDowngrade: boolean }) => api.post<AdminPlugin>(`${path}/installations`, body),
  removal: (id: string, signal?: AbortSignal) => api.get<Removal>(`${pathOf(id)}/removal`, { signal }),
  remove: (id: string, purge: boolean, stop: readonly string[]) => api.delete(pathOf(id), { query: { purge, stop } }),
  feed: (signal?: AbortSignal) => api.get<{ items: FeedPlugin[]; url: string | null }>('/api/admin/feed', { signal }),
  keys: (signal?: AbortSignal) => api.get<{ items: PublisherKey[] }>('/api/admin/publisher-keys', { signal }),
  saveKey: (key: PublisherKey) => api.post('/api/admin/publisher-keys', key),
  removeKey: (keyId: string) => api.delete(`/api/admin/publisher-keys/${encodeURIComponent(keyId)}`),
};

/** Where the tables of a plugin come as CSV. */
export const exportAddress = (id: string) => `${pathOf(id)}/export`;

/** How a state looks. */
export const stateLooks: Record<PluginState, { tone: Tone; icon: IconName }> = {
  discovered: { tone: 'neutral', icon: 'clock' },
  starting: { tone: 'neutral', icon: 'clock' },
  active: { tone: 'ok', icon: 'check' },
  disabled: { tone: 'neutral', icon: 'power' },
  waiting: { tone: 'warn', icon: 'clock' },
  incompatible: { tone: 'warn', icon: 'warning' },
  faulted: { tone: 'warn', icon: 'pause' },
};

/** Whether the plugin needs somebody's attention. */
export function needsAttention(plugin: AdminPlugin): boolean {
  return plugin.state === 'waiting' || plugin.state === 'incompatible' || plugin.state === 'faulted';
}

/** Whether it runs, or is about to. */
export function isOn(plugin: AdminPlugin): boolean {
  return plugin.state === 'active' || plugin.state === 'starting' || plugin.state === 'waiting';
}

/** The version that a step back leads to. */
export function earlierVersion(plugin: AdminPlugin): string | null {
  return plugin.versions.find((one) => !one.active)?.version ?? null;
}

/** What must still be agreed to, and what cannot be. */
export function judge(plan: PackagePlan): { needsName: boolean; isDowngrade: boolean; blocking: PackagePlan['problems'] } {
  return {
    needsName: plan.problems.some((problem) => problem.consent === 'unsigned'),
    isDowngrade: plan.problems.some((problem) => problem.consent === 'downgrade'),
    blocking: plan.problems.filter((problem) => problem.consent === null),
  };
}
