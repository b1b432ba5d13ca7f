import { api } from '@aiwendy/sdk';

export interface TwoFactorState {
  enabled: boolean;
  since: string | null;
  recoveryCodes: number;
}

export interface PasskeyInfo {
  id: string;
  name: string;
  backedUp: boolean;
  createdAt: string;
  lastUsedAt: string | null;
}

export interface TokenInfo {
  id: string;
  name: string;
  hint: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string | null;
  expired: boolean;
  lastUsedAt: string | null;
}

export interface TokenList {
  items: TokenInfo[];
  scopes: { key: string; description: string }[];
}

const base = '/api/accounts';

export const security = {
  twoFactor: (signal?: AbortSignal) => api.get<TwoFactorState>(`${base}/two-factor`, { signal }),
  setUp: (password: string) => api.post<{ secret: string; uri: string }>(`${base}/two-factor/setup`, { password }),
  confirm: (code: string) => api.post<{ codes: string[] }>(`${base}/two-factor/confirm`, { code }),
  disable: (password: string) => api.post(`${base}/two-factor/disable`, { password }),
  renewCodes: (password: string) => api.post<{ codes: string[] }>(`${base}/two-factor/recovery-codes`, { password }),
  passkeys: (signal?: AbortSignal) => api.get<{ items: PasskeyInfo[] }>(`${base}/passkeys`, { signal }),
  removePasskey: (id: string) => api.delete(`${base}/passkeys/${id}`),
  tokens: (signal?: AbortSignal) => api.get<TokenList>(`${base}/tokens`, { signal }),
  createToken: (body: { name: string; scopes: string[]; expiresAt: string | null }) =>
    api.post<{ secret: string; token: TokenInfo }>(`${base}/tokens`, body),
  revokeToken: (id: string) => api.delete(`${base}/tokens/${id}`),
};
