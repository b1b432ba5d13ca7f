import { api } from '@aiwendy/sdk';
import type { RoleName } from '../api';

export interface UserInfo {
  id: string;
  email: string;
  displayName: string | null;
  role: RoleName;
  emailConfirmed: boolean;
  twoFactor: boolean;
  createdAt: string;
  disabledAt: string | null;
  deletionDueAt: string | null;
}

export interface InvitationInfo {
  id: string;
  email: string;
  role: RoleName;
  createdAt: string;
  expiresAt: string;
}

/** Where somebody is signed in. */
export interface AnySession {
  id: string;
  userId: string;
  email: string;
  userAgent: string | null;
  address: string | null;
  createdAt: string;
  lastSeenAt: string;
}

export interface RoleInfo {
  role: RoleName;
  permissions: { key: string; description: string }[];
}

export interface MailInfo {
  id: string;
  recipient: string;
  subject: string;
  state: 'waiting' | 'sent' | 'kept' | 'failed';
  error: string | null;
  attempts: number;
  readable: boolean;
  createdAt: string;
  sentAt: string | null;
}

export const adminKeys = {
  users: ['aiwendy.accounts', 'admin', 'users'],
  invitations: ['aiwendy.accounts', 'admin', 'invitations'],
  mail: ['aiwendy.accounts', 'admin', 'mail'],
  roles: ['aiwendy.accounts', 'admin', 'roles'],
  sessions: ['aiwendy.accounts', 'admin', 'sessions'],
} as const;

export const admin = {
  users: (search: string, cursor: string | null, signal?: AbortSignal) =>
    api.get<{ items: UserInfo[]; nextCursor: string | null }>('/api/admin/users', { query: { search, cursor }, signal }),
  changeUser: (id: string, change: { role?: RoleName; disabled?: boolean }) => api.patch<UserInfo>(`/api/admin/users/${id}`, change),
  signOutUser: (id: string) => api.post(`/api/admin/users/${id}/sign-out`),
  resetPassword: (id: string) => api.post(`/api/admin/users/${id}/reset-password`),
  invitations: (signal?: AbortSignal) => api.get<{ items: InvitationInfo[] }>('/api/admin/invitations', { signal }),
  invite: (email: string, role: RoleName) => api.post<{ invitation: InvitationInfo; link: string }>('/api/admin/invitations', { email, role }),
  revokeInvitation: (id: string) => api.delete(`/api/admin/invitations/${id}`),
  roles: (signal?: AbortSignal) => api.get<{ items: RoleInfo[] }>('/api/admin/roles', { signal }),
  sessions: (signal?: AbortSignal) => api.get<{ items: AnySession[] }>('/api/admin/sessions', { signal }),
  revokeSession: (id: string) => api.delete(`/api/admin/sessions/${id}`),
  mail: (cursor: string | null, signal?: AbortSignal) =>
    api.get<{ items: MailInfo[]; nextCursor: string | null; serverConfigured: boolean }>('/api/admin/mail', { query: { cursor }, signal }),
  readMail: (id: string) => api.get<{ recipient: string; subject: string; body: string }>(`/api/admin/mail/${id}`),
  removeMail: (id: string) => api.delete(`/api/admin/mail/${id}`),
};
