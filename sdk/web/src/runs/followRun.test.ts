import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../api/problem';
import type { AnyRunEvent } from './events';
import { resumeRun, startRun } from './followRun';

type Answer = () => Response | Promise<Response>;

function events(from: number, to: number, end = false): string {
  let text = '';
  for (let id = from; id <= to; id++) {
    text += `id: ${id}\ndata: {"type":"delta","text":"${id} "}\n\n`;
  }
  return end ? `${text}id: ${to + 1}\ndata: {"type":"done","finish":"stop"}\n\n` : text;
}

function streamed(text: string, options: { breaks?: boolean; runId?: string } = {}): Response {
  let isSent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (!isSent) {
        isSent = true;
        controller.enqueue(new TextEncoder().encode(text));
      } else if (options.breaks) {
        controller.error(new TypeError('network error'));
      } else {
        controller.close();
      }
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream', ...(options.runId ? { 'x-run-id': options.runId } : {}) } });
}

function serve(...answers: Answer[]) {
  const requests: { url: string; headers: Headers; method: string }[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
    requests.push({ url, headers: new Headers(init.headers), method: init.method ?? 'GET' });
    const answer = answers.shift();
    return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('no more answers'));
  });
  return requests;
}

async function collect(work: (follower: { onEvent: (event: AnyRunEvent) => void; onReconnecting: () => void }, options: { signal: AbortSignal; wait: () => Promise<void> }) => Promise<void>) {
  const received: AnyRunEvent[] = [];
  let reconnects = 0;
  await work(
    { onEvent: (event) => received.push(event), onReconnecting: () => reconnects++ },
    { signal: new AbortController().signal, wait: () => Promise.resolve() },
  );
  return { received, reconnects };
}

describe('following a run', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('goes on after the last event when the connection breaks', async () => {
    const requests = serve(
      () => streamed(events(1, 40), { breaks: true, runId: 'r1' }),
      () => streamed(events(41, 60), { breaks: true }),
      () => streamed(events(61, 80, true)),
    );
    const { received, reconnects } = await collect((follower, options) => startRun('/api/x', { text: 'hi' }, follower, options));
    expect(received.filter((event) => event.type === 'delta').map((event) => Number(event['text']))).toEqual(Array.from({ length: 80 }, (_, index) => index + 1));
    expect(received.at(-1)).toEqual({ type: 'done', finish: 'stop' });
    expect(reconnects).toBe(2);
    expect(requests.map((request) => [request.method, request.url, request.headers.get('last-event-id')])).toEqual([
      ['POST', '/api/x', null],
      ['GET', '/api/runs/r1/events', '40'],
      ['GET', '/api/runs/r1/events', '60'],
    ]);
  });

  it('drops events that the server sends again', async () => {
    serve(() => streamed(events(1, 3), { breaks: true, runId: 'r1' }), () => streamed(events(2, 5, true)));
    const { received } = await collect((follower, options) => startRun('/api/x', {}, follower, options));
    expect(received.map((event) => event['text'] ?? event['finish'])).toEqual(['1 ', '2 ', '3 ', '4 ', '5 ', 'stop']);
  });

  it('waits for a server that restarts', async () => {
    serve(
      () => streamed(events(1, 2), { breaks: true, runId: 'r1' }),
      () => Promise.reject(new TypeError('refused')),
      () => new Response('{"code":"starting"}', { status: 503, headers: { 'content-type': 'application/problem+json', 'retry-after': '1' } }),
      () => streamed(events(3, 4, true)),
    );
    const { received } = await collect((follower, options) => startRun('/api/x', {}, follower, options));
    expect(received).toHaveLength(5);
  });

  it('gives up on a run that is gone', async () => {
    serve(() => new Response('{"code":"run_gone","detail":"Gone."}', { status: 410, headers: { 'content-type': 'application/problem+json' } }));
    await expect(collect((follower, options) => resumeRun('r9', 0, follower, options))).rejects.toMatchObject({ status: 410, code: 'run_gone' });
  });

  it('does not repeat a POST that was refused', async () => {
    const requests = serve(() => new Response('{"code":"model_unreachable"}', { status: 502, headers: { 'content-type': 'application/problem+json' } }));
    await expect(collect((follower, options) => startRun('/api/x', {}, follower, options))).rejects.toBeInstanceOf(ApiProblem);
    expect(requests).toHaveLength(1);
  });
});
