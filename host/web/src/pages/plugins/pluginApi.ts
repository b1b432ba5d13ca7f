import { api, type IconName, type Tone } from '@aiwendy/sdk';

export type PluginState = 'discovered' | 'starting' | 'active' | 'disabled' | 'waiting' | 'incompatible' | 'faulted';

/** A plugin as an administrator sees it. */
export interface AdminPlugin {
  id: string;
  name: string;
  version: string;
  description: { en: string; zh?: string | null } | null;
  publisher: string | null;
  edition: 'core' | 'cloud' | 'community';
  builtIn: boolean;
  state: PluginState;
  /** Why it is not active. */
  reason: string | null;
  lastFault: { where: string; message: string; at: string; count: number } | null;
}

export const pluginsKey = ['admin', 'plugins'] as const;

export function listPlugins(signal?: AbortSignal): Promise<{ items: AdminPlugin[] }> {
  return api.get('/api/admin/plugins', { signal });
}

export function switchPlugin(id: string, on: boolean): Promise<AdminPlugin> {
  return api.post(`/api/admin/plugins/${encodeURIComponent(id)}/${on ? 'enable' : 'disable'}`);
}

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
