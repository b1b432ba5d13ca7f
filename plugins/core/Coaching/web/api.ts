import { api, type EvidenceTrade, type Figure, type Finish, type ToolStep } from '@aiwendy/sdk';

export const coachingKey = 'coaching';

export interface Coach {
  id: string;
  name: string;
  style: 'empathetic' | 'disciplined' | 'analytical' | 'motivational' | 'socratic';
  description: string;
  starters: string[];
  isDefault: boolean;
  reads: string[];
}

export interface Conversation {
  id: string;
  coachId: string;
  connectionId: string | null;
  title: string | null;
  language: string;
  messageCount: number;
  createdAt: string;
  updatedAt: string;
}

export interface ConversationChange {
  title?: string;
  coachId?: string;
  connectionId?: string;
  /** Takes the connection off, so that the default model answers. */
  useDefaultModel?: boolean;
}

export interface Evidence {
  figures: Figure[];
  trades: EvidenceTrade[];
  /** Targets of links that nothing backs, e.g. `evidence:win_rate`. */
  unbacked: string[];
}

export interface AnswerError {
  code: string;
  message: string;
  retryAfter: number | null;
  retryable: boolean;
}

export type MessageStatus = 'complete' | 'streaming' | 'stopped' | 'incomplete' | 'failed';

export interface Message {
  id: string;
  sequence: number;
  role: 'user' | 'assistant';
  kind: 'talk' | 'crisis';
  text: string;
  reasoning: string | null;
  /** How long the model thought aloud; null when nobody measured it. */
  thoughtMs: number | null;
  status: MessageStatus;
  finish: Finish | null;
  runId: string | null;
  coachId: string | null;
  model: string | null;
  replyToId: string | null;
  evidence: Evidence | null;
  tools: ToolStep[];
  errorCode: string | null;
  errorMessage: string | null;
  retryAfter: number | null;
  errorRetryable: boolean;
  createdAt: string;
  completedAt: string | null;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export const keys = {
  coaches: [coachingKey, 'coaches'],
  conversations: [coachingKey, 'conversations'],
  conversation: (id: string) => [coachingKey, 'conversation', id],
  messages: (id: string) => [coachingKey, 'messages', id],
} as const;

export const calls = {
  coaches: (signal?: AbortSignal) => api.get<Coach[]>('/api/coaches', { signal }),
  conversations: (cursor: string | null, signal?: AbortSignal) => api.get<Page<Conversation>>('/api/conversations', { query: { limit: 30, cursor }, signal }),
  search: (q: string, signal?: AbortSignal) => api.get<Page<Conversation>>('/api/conversations', { query: { limit: 8, q }, signal }),
  conversation: (id: string, signal?: AbortSignal) => api.get<Conversation>(`/api/conversations/${id}`, { signal }),
  create: (coachId: string, connectionId: string | null) => api.post<Conversation>('/api/conversations', { coachId, connectionId }),
  change: (id: string, change: ConversationChange) => api.patch<Conversation>(`/api/conversations/${id}`, change),
  remove: (id: string) => api.delete<undefined>(`/api/conversations/${id}`),
  restore: (id: string) => api.post<Conversation>(`/api/conversations/${id}/restore`),
  messages: (id: string, cursor: string | null, signal?: AbortSignal) => api.get<Page<Message>>(`/api/conversations/${id}/messages`, { query: { limit: 40, cursor }, signal }),
};

/** Where a message is sent; the answer streams back. */
export const sendPath = (conversationId: string) => `/api/conversations/${conversationId}/messages`;

/** Where the last message is answered again. */
export const retryPath = (conversationId: string, messageId: string) => `/api/conversations/${conversationId}/messages/${messageId}/retry`;
