import type { RunStream } from '@aiwendy/sdk';
import type { Thinking } from './thinking';
import type { AnswerError, Evidence, Message, MessageStatus } from '../api';

/** An answer as it is drawn, stored or on its way. */
export interface Answer {
  key: string;
  /** Null while it is on its way. */
  messageId: string | null;
  coachId: string | null;
  kind: 'talk' | 'crisis';
  text: string;
  reasoning: string;
  /** How long the model thought aloud; null when nobody measured it. */
  thoughtMs: number | null;
  tools: Message['tools'];
  evidence: Evidence;
  status: MessageStatus;
  finish: Message['finish'];
  error: (AnswerError & { at: number }) | null;
  model: string | null;
  createdAt: string | null;
  seconds: number | null;
}

/** What the page follows beside the stored messages: one question and the answer that streams to it. */
export interface Live {
  conversationId: string;
  /** Stored messages after this number are hidden: the live ones stand in their place. */
  afterSequence: number;
  /** The question that was just sent, or null when it is stored already. */
  question: string | null;
  key: string;
  startedAt: string;
}

export function storedAnswer(message: Message): Answer {
  const ended = message.completedAt ? Date.parse(message.completedAt) : null;
  return {
    key: message.id,
    messageId: message.id,
    coachId: message.coachId,
    kind: message.kind,
    text: message.text,
    reasoning: message.reasoning ?? '',
    thoughtMs: message.thoughtMs,
    tools: message.tools,
    evidence: { figures: message.evidence?.figures ?? [], trades: message.evidence?.trades ?? [], unbacked: message.evidence?.unbacked ?? [] },
    status: message.status,
    finish: message.finish,
    error: message.errorCode
      ? { code: message.errorCode, message: message.errorMessage ?? '', retryAfter: message.retryAfter, retryable: message.errorRetryable, at: ended ?? 0 }
      : null,
    model: message.model,
    createdAt: message.createdAt,
    seconds: ended === null ? null : Math.max(0, (ended - Date.parse(message.createdAt)) / 1000),
  };
}

const statuses: Partial<Record<RunStream['status'], MessageStatus>> = { stopping: 'stopped', error: 'failed' };

/** The answer that streams, from the state of its run. */
export function liveAnswer(live: Live, stream: RunStream, extra: { coachId: string; kind: Answer['kind']; evidence: Evidence; endedAt: number; soFar: string; thinking: Thinking }): Answer {
  const finished: MessageStatus = stream.finish === 'cancelled' ? 'stopped' : stream.finish === 'incomplete' ? 'incomplete' : 'complete';
  return {
    key: live.key,
    messageId: null,
    coachId: extra.coachId,
    kind: extra.kind,
    text: stream.text.length >= extra.soFar.length ? stream.text : extra.soFar,
    reasoning: stream.reasoning,
    thoughtMs: extra.thinking === null || extra.thinking.since !== null ? null : extra.thinking.spent,
    tools: stream.tools as Answer['tools'],
    evidence: extra.evidence,
    status: stream.status === 'done' ? finished : (statuses[stream.status] ?? 'streaming'),
    finish: stream.finish,
    error: stream.problem && { ...stream.problem, at: extra.endedAt },
    model: stream.usage?.model ?? null,
    createdAt: live.startedAt,
    seconds: null,
  };
}

/** Seconds until trying again makes sense; 0 when it does now. */
export function secondsLeft(error: { retryAfter: number | null; at: number }, now: number): number {
  return error.retryAfter === null ? 0 : Math.max(0, Math.ceil(error.retryAfter - (now - error.at) / 1000));
}
