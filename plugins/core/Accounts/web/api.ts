import { api, fetchOrThrow, requestHeaders } from '@aiwendy/sdk';

export type RoleName = 'viewer' | 'member' | 'admin' | 'owner';

export interface Profile {
  id: string;
  email: string | null;
  displayName: string | null;
  language: 'en' | 'zh-CN' | null;
  timeZone: string | null;
  role: RoleName;
  isGuest: boolean;
  createdAt: string | null;
  emailConfirmed?: boolean;
  baseCurrency?: string | null;
  markets?: string[];
  mainConcern?: string | null;
  preferredCoachId?: string | null;
  avatarUrl?: string | null;
  deletionDueAt?: string | null;
}

export interface SessionInfo {
  id: string;
  current: boolean;
  userAgent: string | null;
  address: string | null;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
}

export interface Registration {
  open: boolean;
  firstUser: boolean;
  byInvitation?: boolean;
}

export interface ProfileChange {
  displayName?: string;
  language?: string;
  timeZone?: string;
  baseCurrency?: string;
  markets?: string[];
  mainConcern?: string;
  preferredCoachId?: string;
}

export interface Registered {
  email: string;
  password: string;
  displayName: string;
  language: string;
  invitation?: string;
}

export const keys = {
  registration: ['aiwendy.accounts', 'registration'],
  profile: ['aiwendy.accounts', 'profile'],
  sessions: ['aiwendy.accounts', 'sessions'],
  twoFactor: ['aiwendy.accounts', 'two-factor'],
  passkeys: ['aiwendy.accounts', 'passkeys'],
  tokens: ['aiwendy.accounts', 'tokens'],
} as const;

export const calls = {
  registration: (signal?: AbortSignal) => api.get<Registration>('/api/accounts/registration', { signal }),
  register: (body: Registered) => api.post<{ user: Profile } | undefined>('/api/accounts/register', body),
  signIn: (email: string, password: string) => api.post<{ user: Profile }>('/api/accounts/sign-in', { email, password }),
  secondFactor: (ticket: string, code: string, recoveryCode: string) =>
    api.post<{ user: Profile }>('/api/accounts/sign-in/second-factor', { ticket, code, recoveryCode }),
  profile: (signal?: AbortSignal) => api.get<Profile>('/api/accounts/me', { signal }),
  changeProfile: (change: ProfileChange) => api.patch<Profile>('/api/accounts/me', change),
  changeAvatar: (file: Blob) => api.put<Profile>('/api/accounts/me/avatar', file),
  removeAvatar: () => api.delete('/api/accounts/me/avatar'),
  changePassword: (current: string, replacement: string) => api.post('/api/accounts/password', { current, new: replacement }),
  sessions: (signal?: AbortSignal) => api.get<{ items: SessionInfo[] }>('/api/accounts/sessions', { signal }),
  revoke: (id: string) => api.delete(`/api/accounts/sessions/${id}`),
  revokeOthers: () => api.delete('/api/accounts/sessions'),
  confirmEmail: (token: string) => api.post('/api/accounts/email/confirm', { token }),
  resendConfirmation: () => api.post('/api/accounts/email/resend'),
  changeEmail: (email: string, password: string) => api.post('/api/accounts/email/change', { email, password }),
  forgotPassword: (email: string) => api.post('/api/accounts/password/forgot', { email }),
  resetPassword: (token: string, password: string) => api.post('/api/accounts/password/reset', { token, password }),
  importArchive: (file: Blob) => api.post<{ added: number; present: number }>('/api/accounts/import', file),
  requestDeletion: (password: string) => api.post<{ dueAt: string }>('/api/accounts/deletion', { password }),
  cancelDeletion: () => api.delete('/api/accounts/deletion'),
};

/** Fetches the export and hands it to the browser as a download. */
export async function downloadExport(): Promise<void> {
  const response = await fetchOrThrow('/api/accounts/export', { method: 'POST', headers: requestHeaders() });
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'aiwendy-export.zip';
  link.click();
  URL.revokeObjectURL(address);
}

/** Ends the session; the shell then begins again from the start, so that nothing of the person stays in memory. */
export async function signOut(): Promise<void> {
  await api.post('/api/accounts/sign-out');
}

/** Where to go after signing in: a path of this site, never another one. */
export function nextAddress(search: string): string {
  const next = new URLSearchParams(search).get('next');
  if (!next?.startsWith('/')) {
    return '/';
  }
  const url = new URL(next, window.location.origin);
  return url.origin === window.location.origin && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : '/';
}

/** The secret of a link, which stands in the fragment so that no server logs it. */
export function linkToken(hash: string): string {
  return /^#[\w-]{43}$/.test(hash) ? hash.slice(1) : '';
}
