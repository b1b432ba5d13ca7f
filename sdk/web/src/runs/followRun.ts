import { fetchOrThrow, requestHeaders } from '../api/client';
import { ApiProblem } from '../api/problem';
import type { AnyRunEvent } from './events';
import { readMessages } from './sse';

export interface RunFollower {
  onEvent: (event: AnyRunEvent, id: number) => void;
  /** The run has an id: it lives on without this page. */
  onRun?: (runId: string) => void;
  /** The connection was lost, and is being made again. */
  onReconnecting?: () => void;
  onConnected?: () => void;
}

export interface FollowOptions {
  signal: AbortSignal;
  /** Waits; replaced in tests. */
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const endings = new Set(['done', 'error']);
const firstDelay = 400;
const longestDelay = 10_000;
const mostSilentReconnects = 4;

function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Starts a run with a POST and follows it to its end, over as many connections as it takes. */
export async function startRun(path: string, body: unknown, follower: RunFollower, options: FollowOptions): Promise<void> {
  const isForm = body instanceof FormData;
  const response = await fetchOrThrow(path, {
    method: 'POST',
    headers: requestHeaders({ Accept: 'text/event-stream', ...(isForm ? {} : { 'Content-Type': 'application/json' }) }),
    body: isForm ? body : JSON.stringify(body ?? {}),
    signal: options.signal,
  });
  const runId = response.headers.get('x-run-id');
  if (!runId) {
    throw new ApiProblem(0, 'unexpected', '');
  }
  follower.onRun?.(runId);
  await follow(runId, 0, response, follower, options);
}

/** Follows a run that was started before, from an event on. */
export async function resumeRun(runId: string, afterId: number, follower: RunFollower, options: FollowOptions): Promise<void> {
  follower.onRun?.(runId);
  await follow(runId, afterId, null, follower, options);
}

/** Asks the server to stop a run. Closing the stream would not. */
export async function cancelRun(runId: string): Promise<void> {
  await fetchOrThrow(`/api/runs/${runId}/cancel`, { method: 'POST', headers: requestHeaders() });
}

async function follow(runId: string, afterId: number, first: Response | null, follower: RunFollower, options: FollowOptions): Promise<void> {
  const wait = options.wait ?? waitFor;
  let last = afterId;
  let response = first;
  let delay = firstDelay;
  let silent = 0;

  while (!options.signal.aborted) {
    const before = last;
    try {
      response ??= await reconnect(runId, last, options.signal);
      follower.onConnected?.();
      for await (const message of readMessages(response)) {
        const id = Number(message.id ?? 0);
        if (options.signal.aborted) {
          return;
        }
        if (id !== 0 && id <= last) {
          continue;
        }
        last = id || last;
        const event = parse(message.data);
        if (event) {
          follower.onEvent(event, id);
          if (endings.has(event.type)) {
            return;
          }
        }
      }
    } catch (error) {
      if (options.signal.aborted) {
        return;
      }
      if (error instanceof ApiProblem && !error.isTransient) {
        throw error;
      }
      if (error instanceof ApiProblem && error.retryAfter !== null) {
        delay = Math.max(delay, error.retryAfter * 1000);
      }
    }
    response = null;
    silent = last > before ? 0 : silent + 1;
    if (last > before) {
      delay = firstDelay;
    }
    if (silent > mostSilentReconnects && delay >= longestDelay) {
      throw new ApiProblem(0, 'network', '');
    }
    follower.onReconnecting?.();
    // Jitter keeps many pages from coming back in the same moment.
    await wait(delay * (0.75 + Math.random() / 2), options.signal);
    delay = Math.min(delay * 2, longestDelay);
  }
}

function reconnect(runId: string, last: number, signal: AbortSignal): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'text/event-stream' };
  if (last > 0) {
    headers['Last-Event-ID'] = String(last);
  }
  return fetchOrThrow(`/api/runs/${runId}/events`, { headers: requestHeaders(headers), signal });
}

function parse(data: string): AnyRunEvent | null {
  try {
    const event = JSON.parse(data) as AnyRunEvent;
    return typeof event.type === 'string' ? event : null;
  } catch {
    return null;
  }
}
