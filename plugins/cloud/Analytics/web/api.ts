import { api } from '@aiwendy/sdk';

export type Provider = 'none' | 'posthog' | 'mixpanel';

export interface Consent {
  provider: Provider;
  tenantSends: boolean;
  personSends: boolean;
  doNotTrack: boolean;
}

export interface Delivery {
  provider: Provider;
  host: string | null;
  problem: string | null;
  tenantSends: boolean;
  pending: number;
  limit: number;
  delivered: number;
  dropped: number;
  dead: number;
  lastDeliveredAt: string | null;
  lastError: string | null;
  nextAttemptAt: string | null;
}

export const keys = {
  consent: ['aiwendy.analytics', 'consent'],
  delivery: ['aiwendy.analytics', 'delivery'],
} as const;

export const calls = {
  consent: (signal?: AbortSignal) => api.get<Consent>('/api/analytics/consent', { signal }),
  choose: (sends: boolean) => api.put<Consent>('/api/analytics/consent', { sends }),
  delivery: (signal?: AbortSignal) => api.get<Delivery>('/api/analytics/delivery', { signal }),
  chooseForTenant: (sends: boolean) => api.put<Delivery>('/api/analytics/delivery', { sends }),
};
