import { api, type IconName, type Tone } from '@aiwendy/sdk';

export type LicenceState = 'active' | 'expiring' | 'grace' | 'expired' | 'not_yet_valid' | 'revoked' | 'invalid' | 'none';

export interface Licence {
  /** Null for one that the environment holds. */
  id: string | null;
  licensee: string | null;
  edition: string | null;
  plan: string | null;
  entitlements: string[];
  limits: Record<string, number>;
  notBefore: string | null;
  expires: string | null;
  graceDays: number;
  state: LicenceState;
  reason: string | null;
  keyId: string | null;
  development: boolean;
}

export interface LicenceList {
  items: Licence[];
  installationId: string;
  clock: { rolledBack: boolean; now: string };
}

export interface Feature {
  key: string;
  plugin: string;
  isOn: boolean;
  isReadOnly: boolean;
  reason: string;
  entitlement: string | null;
  release: boolean;
  /** The environment variable that switches it. */
  variable: string;
}

export const licencesKey = ['admin', 'licences'] as const;
export const featuresKey = ['admin', 'features'] as const;

export const licenceCalls = {
  list: (signal?: AbortSignal) => api.get<LicenceList>('/api/admin/licences', { signal }),
  install: (token: string) => api.post<LicenceList>('/api/admin/licences', { token }),
  remove: (id: string) => api.delete<LicenceList>(`/api/admin/licences/${encodeURIComponent(id)}`),
  features: (signal?: AbortSignal) => api.get<{ items: Feature[] }>('/api/admin/features', { signal }),
};

/** How a state looks. */
export const licenceLooks: Record<LicenceState, { tone: Tone; icon: IconName }> = {
  active: { tone: 'ok', icon: 'check' },
  expiring: { tone: 'warn', icon: 'clock' },
  grace: { tone: 'warn', icon: 'clock' },
  expired: { tone: 'danger', icon: 'clock' },
  not_yet_valid: { tone: 'neutral', icon: 'clock' },
  revoked: { tone: 'danger', icon: 'error' },
  invalid: { tone: 'danger', icon: 'error' },
  none: { tone: 'neutral', icon: 'minus' },
};
