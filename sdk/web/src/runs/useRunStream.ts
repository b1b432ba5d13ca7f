import { useCallback, useEffect, useRef, useState } from 'react';
import { toProblem } from '../api/problem';
import type { AnyRunEvent, EvidenceTrade, Figure, Finish, RunEvent, ToolStep } from './events';
import { cancelRun, resumeRun, startRun, type RunFollower } from './followRun';
import { TextDrain } from './TextDrain';

export interface RunProblem {
  code: string;
  /** Sentences for the user; empty when only the code is known. */
  message: string;
  retryAfter: number | null;
  retryable: boolean;
  requestId: string | null;
}

export interface RunState {
  status: 'idle' | 'connecting' | 'streaming' | 'reconnecting' | 'stopping' | 'done' | 'error';
  runId: string | null;
  /** What of the answer is shown by now. */
  text: string;
  reasoning: string;
  tools: readonly ToolStep[];
  figures: Readonly<Record<string, Figure>>;
  trades: Readonly<Record<string, EvidenceTrade>>;
  usage: { inputTokens?: number; outputTokens?: number; model?: string } | null;
  finish: Finish | null;
  problem: RunProblem | null;
}

export interface RunStreamOptions {
  /** Every event as it comes, also of types that the state does not hold. */
  onEvent?: (event: AnyRunEvent) => void;
  onRun?: (runId: string) => void;
  /** After the last event, with everything shown. */
  onEnd?: (state: RunState) => void;
}

export interface RunStream extends RunState {
  /** Whether an answer is on its way. */
  isRunning: boolean;
  /** Starts a run with a POST and follows it. */
  start: (path: string, body?: unknown) => void;
  /** Follows a run that goes on, e.g. after a reload; replays it from the beginning. */
  resume: (runId: string) => void;
  /** Stops the run itself. */
  cancel: () => void;
  /** Forgets everything; the run goes on without this page. */
  reset: () => void;
}

const idle: RunState = { status: 'idle', runId: null, text: '', reasoning: '', tools: [], figures: {}, trades: {}, usage: null, finish: null, problem: null };

function byId<T extends { id: string }>(before: Readonly<Record<string, T>>, added: readonly T[] = []): Record<string, T> {
  return { ...before, ...Object.fromEntries(added.map((item) => [item.id, item])) };
}

/** What an event changes, the text aside. */
export function reduceRun(state: RunState, event: RunEvent): RunState {
  switch (event.type) {
    case 'reasoning':
      return { ...state, reasoning: state.reasoning + event.text };
    case 'tool': {
      const step: ToolStep = { callId: event.callId, name: event.name, title: event.title, status: event.status, durationMs: event.durationMs };
      const isKnown = state.tools.some((tool) => tool.callId === step.callId);
      return { ...state, tools: isKnown ? state.tools.map((tool) => (tool.callId === step.callId ? { ...tool, ...step } : tool)) : [...state.tools, step] };
    }
    case 'evidence':
      return { ...state, figures: byId(state.figures, event.figures), trades: byId(state.trades, event.trades) };
    case 'usage':
      return { ...state, usage: { inputTokens: event.inputTokens, outputTokens: event.outputTokens, model: event.model } };
    case 'done':
      return { ...state, status: 'done', finish: event.finish };
    case 'error':
      return {
        ...state,
        status: 'error',
        problem: { code: event.code, message: event.message, retryAfter: event.retryAfter ?? null, retryable: event.retryable ?? true, requestId: null },
      };
    default:
      return state;
  }
}

/**
 * Follows one run at a time: a POST or a resumed stream, reconnecting with `Last-Event-ID`, the text drained per frame.
 * Leaving the page closes the stream but never the run.
 */
export function useRunStream(options: RunStreamOptions = {}): RunStream {
  const [state, setState] = useState<RunState>(idle);
  const current = useRef<{ abort: AbortController; state: RunState; drain: TextDrain } | null>(null);
  const callbacks = useRef(options);
  useEffect(() => {
    callbacks.current = options;
  });

  const leave = useCallback(() => {
    current.current?.abort.abort();
    current.current?.drain.stop();
    current.current = null;
  }, []);
  useEffect(() => leave, [leave]);

  const run = useCallback(
    (begin: (follower: RunFollower, signal: AbortSignal) => Promise<void>) => {
      leave();
      const abort = new AbortController();
      const update = (change: Partial<RunState>) => {
        if (current.current === session) {
          session.state = { ...session.state, ...change };
          setState(session.state);
        }
      };
      const drain = new TextDrain((text) => {
        update({ text });
      });
      const session = { abort, drain, state: { ...idle, status: 'connecting' } as RunState };
      current.current = session;
      setState(session.state);

      const receive = (event: AnyRunEvent) => {
        callbacks.current.onEvent?.(event);
        const known = event as unknown as RunEvent;
        if (known.type === 'delta') {
          if (session.state.status !== 'stopping') {
            drain.add(known.text);
          }
          return;
        }
        if (known.type === 'done' || known.type === 'error') {
          if (session.state.status !== 'stopping') {
            drain.finish();
          }
        }
        update(reduceRun(session.state, known));
      };
      const follower: RunFollower = {
        onEvent: receive,
        onRun: (runId) => {
          update({ runId });
          callbacks.current.onRun?.(runId);
        },
        onConnected: () => {
          if (session.state.status !== 'stopping') {
            update({ status: 'streaming' });
          }
        },
        onReconnecting: () => {
          if (session.state.status !== 'stopping') {
            update({ status: 'reconnecting' });
          }
        },
      };
      begin(follower, abort.signal)
        .catch((error: unknown) => {
          if (!abort.signal.aborted) {
            const problem = toProblem(error);
            drain.finish();
            update({
              status: 'error',
              problem: { code: problem.code, message: problem.detail, retryAfter: problem.retryAfter, retryable: problem.isTransient, requestId: problem.requestId },
            });
          }
        })
        .finally(() => {
          if (current.current === session && !abort.signal.aborted) {
            callbacks.current.onEnd?.(session.state);
          }
        });
    },
    [leave],
  );

  const start = useCallback(
    (path: string, body?: unknown) => {
      run((follower, signal) => startRun(path, body, follower, { signal }));
    },
    [run],
  );
  const resume = useCallback(
    (runId: string) => {
      run((follower, signal) => resumeRun(runId, 0, follower, { signal }));
    },
    [run],
  );
  const cancel = useCallback(() => {
    const session = current.current;
    const runId = session?.state.runId;
    if (!session || !runId || session.state.status === 'done' || session.state.status === 'error') {
      leave();
      setState((before) => (before.status === 'connecting' ? { ...before, status: 'done', finish: 'cancelled' } : before));
      return;
    }
    session.drain.stop();
    session.state = { ...session.state, status: 'stopping' };
    setState(session.state);
    cancelRun(runId).catch((error: unknown) => {
      console.warn('The run could not be stopped', error);
    });
  }, [leave]);
  const reset = useCallback(() => {
    leave();
    setState(idle);
  }, [leave]);

  const isRunning = state.status === 'connecting' || state.status === 'streaming' || state.status === 'reconnecting' || state.status === 'stopping';
  return { ...state, isRunning, start, resume, cancel, reset };
}
