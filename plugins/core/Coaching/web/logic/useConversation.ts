import { toast, useNavigate, useRunStream, useT, type RunStream } from '@aiwendy/sdk';
import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { calls, keys, retryPath, sendPath, type Evidence, type Message, type Page } from '../api';
import { mergeEvidence, noEvidence } from './evidence';
import { newKey } from './newKey';
import { measure, notThinking, type Thinking } from './thinking';
import { liveAnswer, storedAnswer, type Answer, type Live } from './turns';

export interface UserTurn {
  key: string;
  text: string;
  createdAt: string;
}

export type Turn = { type: 'user'; turn: UserTurn } | { type: 'answer'; turn: Answer };

interface Beside {
  evidence: Evidence;
  kind: Answer['kind'];
  endedAt: number;
  soFar: string;
  thinking: Thinking;
}

const nothingBeside: Beside = { evidence: noEvidence, kind: 'talk', endedAt: 0, soFar: '', thinking: notThinking };

/** Everything that a conversation's page shows and does: stored messages, the answer on its way, sending, stopping. */
export function useConversation(conversationId: string | undefined, coachId: string, connectionId: string | null) {
  const t = useT();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [live, setLive] = useState<Live | null>(null);
  const [beside, setBeside] = useState<Beside>(nothingBeside);
  const [queued, setQueued] = useState<string | null>(null);
  const last = useRef<{ conversationId: string; text: string; key: string } | null>(null);
  const stopWanted = useRef(false);
  const streaming = useRef<RunStream | null>(null);

  const messages = useInfiniteQuery({
    queryKey: keys.messages(conversationId ?? ''),
    queryFn: ({ pageParam, signal }) => calls.messages(conversationId ?? '', pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: conversationId !== undefined,
  });

  const refresh = useCallback(
    async (id: string) => {
      void client.invalidateQueries({ queryKey: keys.conversations });
      void client.invalidateQueries({ queryKey: keys.conversation(id) });
      await client.invalidateQueries({ queryKey: keys.messages(id) });
    },
    [client],
  );

  const stream = useRunStream({
    onEvent: (event) => {
      if (event.type === 'reasoning' || event.type === 'delta' || event.type === 'tool') {
        const now = Date.now();
        setBeside((before) => ({ ...before, thinking: measure(before.thinking, event.type, now) }));
      }
      if (event.type === 'evidence') {
        setBeside((before) => ({ ...before, evidence: mergeEvidence(before.evidence, event as unknown as Partial<Evidence>) }));
      } else if (event.type === 'crisis') {
        setBeside((before) => ({ ...before, kind: 'crisis' }));
      }
    },
    onRun: () => {
      void client.invalidateQueries({ queryKey: keys.conversations });
      if (stopWanted.current) {
        // The person stopped before the run had a name.
        queueMicrotask(() => streaming.current?.cancel());
      }
    },
    onEnd: (state) => {
      setBeside((before) => ({ ...before, endedAt: Date.now(), thinking: measure(before.thinking, 'end', Date.now()) }));
      const id = live?.conversationId;
      if (id && state.runId) {
        void refresh(id).then(() => {
          setLive((now) => (now?.conversationId === id ? null : now));
        });
      }
    },
  });
  useEffect(() => {
    streaming.current = stream;
  });

  const isHere = live !== null && live.conversationId === conversationId;
  const isBusy = isHere && stream.isRunning;

  const begin = useCallback(
    (next: Live, start: () => void, soFar = '', thinking: Thinking = notThinking) => {
      stopWanted.current = false;
      setBeside({ ...nothingBeside, soFar, thinking });
      setLive(next);
      start();
    },
    [],
  );

  // Another conversation was opened: its run goes on without this page.
  const { reset, resume } = stream;
  const previousId = useRef(conversationId);
  useEffect(() => {
    if (previousId.current !== conversationId) {
      previousId.current = conversationId;
      if (live && live.conversationId !== conversationId) {
        reset();
        setLive(null);
        setQueued(null);
      }
    }
  }, [conversationId, live, reset]);

  // A reload, or a second window: an answer is on its way that this page does not follow yet.
  const newest = messages.data?.pages[0]?.items.at(-1);
  useEffect(() => {
    if (!live && conversationId && newest?.status === 'streaming' && newest.runId) {
      const runId = newest.runId;
      begin(
        { conversationId, afterSequence: newest.sequence - 1, question: null, key: runId, startedAt: newest.createdAt },
        () => {
          resume(runId);
        },
        newest.text,
        null,
      );
    }
  }, [live, conversationId, newest, begin, resume]);

  const stored = [...(messages.data?.pages ?? [])].reverse().flatMap((page) => page.items);
  const shown = isHere ? stored.filter((message) => message.sequence <= live.afterSequence) : stored;

  async function send(text: string): Promise<boolean> {
    const id = conversationId ?? (await create());
    if (!id) {
      return false;
    }
    const key = newKey();
    last.current = { conversationId: id, text, key };
    post(id, text, key);
    return true;
  }

  async function create(): Promise<string | null> {
    try {
      const conversation = await calls.create(coachId, connectionId);
      client.setQueryData(keys.conversation(conversation.id), conversation);
      client.setQueryData<InfiniteData<Page<Message>>>(keys.messages(conversation.id), { pages: [{ items: [], nextCursor: null }], pageParams: [null] });
      return conversation.id;
    } catch {
      toast(t('error.notStarted'), { kind: 'error' });
      return null;
    }
  }

  function post(id: string, text: string, key: string) {
    begin({ conversationId: id, afterSequence: stored.at(-1)?.sequence ?? 0, question: text, key, startedAt: new Date().toISOString() }, () => {
      stream.start(sendPath(id), { text, idempotencyKey: key });
    });
    if (id !== conversationId) {
      void navigate(`/coach/${id}`, { replace: true });
    }
  }

  function retry(answer: Answer) {
    if (answer.messageId === null) {
      // The request itself failed; the same key sends the message once at most.
      if (last.current && !stream.runId) {
        post(last.current.conversationId, last.current.text, last.current.key);
      }
      return;
    }
    const message = stored.find((one) => one.id === answer.messageId);
    if (conversationId && message) {
      begin({ conversationId, afterSequence: message.sequence - 1, question: null, key: newKey(), startedAt: new Date().toISOString() }, () => {
        stream.start(retryPath(conversationId, message.id));
      });
    }
  }

  function stop() {
    if (stream.runId) {
      stream.cancel();
    } else {
      stopWanted.current = true;
    }
  }

  // What was written during the answer goes out when it is done; after a failure it waits for the person.
  const isQuiet = !isBusy && live === null;
  const sendLatest = useRef(send);
  useEffect(() => {
    sendLatest.current = send;
  });
  useEffect(() => {
    if (isQuiet && queued !== null && stored.at(-1)?.status !== 'failed') {
      setQueued(null);
      void sendLatest.current(queued);
    }
  }, [isQuiet, queued, stored]);

  const turns: Turn[] = shown.map((message) =>
    message.role === 'user'
      ? { type: 'user', turn: { key: message.id, text: message.text, createdAt: message.createdAt } }
      : { type: 'answer', turn: storedAnswer(message) },
  );
  if (isHere) {
    if (live.question !== null) {
      turns.push({ type: 'user', turn: { key: `${live.key}-question`, text: live.question, createdAt: live.startedAt } });
    }
    turns.push({ type: 'answer', turn: liveAnswer(live, stream, { ...beside, coachId }) });
  }

  return { messages, turns, isBusy, isStopping: stream.status === 'stopping', isReconnecting: isHere && stream.status === 'reconnecting', queued, setQueued, send, retry, stop };
}
