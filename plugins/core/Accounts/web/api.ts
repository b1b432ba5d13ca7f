import { api } from '@aiwendy/sdk';

export interface Profile {
  id: string;
  email: string | null;
  displayName: string | null;
  language: 'en' | 'zh-CN' | null;
  timeZone: string | null;
  role: 'viewer' | 'member' | 'admin' | 'owner';
  isGuest: boolean;
  createdAt: string | null;
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
}

export interface ProfileChange {
  displayName?: string;
  language?: string;
  timeZone?: string;
}

export const keys = {
  registration: ['aiwendy.accounts', 'registration'],
  profile: ['aiwendy.accounts', 'profile'],
  sessions: ['aiwendy.accounts', 'sessions'],
} as const;

export const calls = {
  registration: (signal?: AbortSignal) => api.get<Registration>('/api/accounts/registration', { signal }),
  register: (body: { email: string; password: string; displayName: string; language: string }) => api.post<{ user: Profile }>('/api/accounts/register', body),
  signIn: (email: string, password: string) => api.post<{ user: Profile }>('/api/accounts/sign-in', { email, password }),
  profile: (signal?: AbortSignal) => api.get<Profile>('/api/accounts/me', { signal }),
  changeProfile: (change: ProfileChange) => api.patch<Profile>('/api/accounts/me', change),
  changePassword: (current: string, replacement: string) => api.post('/api/accounts/password', { current, new: replacement }),
  sessions: (signal?: AbortSignal) => api.get<{ items: SessionInfo[] }>('/api/accounts/sessions', { signal }),
  revoke: (id: string) => api.delete(`/api/accounts/sessions/${id}`),
};

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
