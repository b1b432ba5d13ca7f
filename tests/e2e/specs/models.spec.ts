import type { RequestListener } from 'node:http';
import { expect, test } from '@playwright/test';
import { Api, readEvents, textOf } from '../lib/chat';
import { baseUrl } from '../lib/product';
import { startBadServer, startModelServer, type ModelServer } from '../lib/servers';

const api = new Api(baseUrl());
const kinds = [
  { kind: 'openai', path: '/v1', model: 'gpt-4o-mini' },
  { kind: 'anthropic', path: '', model: 'claude-sonnet-4-5' },
  { kind: 'ollama', path: '', model: 'llama3.2' },
] as const;

async function connect(kind: string, baseUrl: string, model: string): Promise<string> {
  const created = await api.post<{ id: string }>('/api/models/connections', { kind, baseUrl, apiKey: 'test-key-0123456789', model, name: `${kind} peer` });
  return created.id;
}

test.beforeAll(async () => {
  await api.post('/api/journal/sample');
});

for (const { kind, path, model } of kinds) {
  test.describe(`an independent ${kind} server`, () => {
    let mock: ModelServer;

    test.beforeAll(async () => {
      mock = await startModelServer([
        {
          match: { userMessage: 'why do I lose', hasToolResult: false },
          response: { toolCalls: [{ name: 'journal_statistics', arguments: '{}' }] },
        },
        {
          match: { userMessage: 'why do I lose', hasToolResult: true },
          response: { content: 'Your own figures are in front of us. What did you notice first?' },
        },
        { match: { userMessage: 'hello' }, response: { content: 'Hello trader, 你好。' } },
      ]);
    });

    test.afterAll(async () => {
      await mock.stop();
    });

    test('streams, calls a journal tool and records the usage', async () => {
      const id = await connect(kind, mock.url + path, model);
      const probe = await api.post<{ ok: boolean; message?: string }>(`/api/models/connections/${id}/test`);
      expect(probe.ok, probe.message).toBe(true);

      const conversation = await api.startConversation('wendy', id);
      const events = await readEvents(await api.say(conversation, 'why do I lose'));
      expect(events.map((event) => event.id)).toEqual(events.map((_, index) => index + 1));
      expect(textOf(events)).toContain('Your own figures are in front of us.');
      expect(events.filter((event) => event.type === 'tool' && event.name === 'journal_statistics' && event.status === 'done')).toHaveLength(1);
      const evidence = events.find((event) => event.type === 'evidence') as unknown as { figures: { id: string; value: number }[] };
      const statistics = await api.json<{ figures: Record<string, { value: number }> }>('/api/journal/statistics');
      for (const figure of ['net_pnl', 'win_rate', 'profit_factor']) {
        expect(evidence.figures.find((item) => item.id === figure)?.value).toBe(statistics.figures[figure]?.value);
      }
      expect(events.some((event) => event.type === 'usage')).toBe(true);
      expect(events.at(-1)).toMatchObject({ type: 'done', finish: 'stop' });
    });

    test('keeps Chinese whole', async () => {
      const id = await connect(kind, mock.url + path, model);
      const events = await readEvents(await api.say(await api.startConversation('sophia', id), 'hello'));
      expect(textOf(events)).toBe('Hello trader, 你好。');
    });

    const faults: { name: string; code: RegExp; retryAfter?: number; answer: RequestListener }[] = [
      { name: 'a wrong key', code: /^model_unauthorized$/, answer: (_, r) => void r.writeHead(401, { 'Content-Type': 'application/json' }).end('{"error":{"message":"bad key test-key-0123456789"}}') },
      { name: 'a rate limit', code: /^model_rate_limited$/, retryAfter: 30, answer: (_, r) => void r.writeHead(429, { 'Content-Type': 'application/json', 'Retry-After': '30' }).end('{"error":{"message":"slow down"}}') },
      { name: 'an HTML page with 502', code: /^model_unavailable$/, answer: (_, r) => void r.writeHead(502, { 'Content-Type': 'text/html' }).end('<html><h1>Bad gateway</h1></html>') },
      { name: 'a malformed chunk', code: /^model_(bad_response|stream_cut)$/, answer: (_, r) => void r.writeHead(200, { 'Content-Type': kind === 'ollama' ? 'application/x-ndjson' : 'text/event-stream' }).end(kind === 'ollama' ? '{"mess\n' : 'data: {"choi\n\n') },
    ];
    for (const fault of faults) {
      test(`shows ${fault.name} as a clear error`, async () => {
        const server = await startBadServer(fault.answer);
        try {
          const id = await connect(kind, server.url + path, model);
          const conversation = await api.startConversation('marcus', id);
          const events = await readEvents(await api.say(conversation, 'hello'));
          const error = events.at(-1) as unknown as { type: string; code: string; message: string; retryAfter?: number };
          expect(error.type).toBe('error');
          expect(error.code).toMatch(fault.code);
          expect(error.message).not.toMatch(/<html|test-key|slow down/);
          expect(error.retryAfter).toBe(fault.retryAfter);
          expect(textOf(events)).toBe('');
          const messages = await api.json<{ items: { role: string; text: string; status: string; errorCode?: string }[] }>(`/api/conversations/${conversation}/messages`);
          const answer = messages.items.find((message) => message.role === 'assistant');
          expect(answer).toMatchObject({ status: 'failed', text: '', errorCode: error.code });
        } finally {
          await server.stop();
        }
      });
    }
  });
}

test('an answer cut in the middle keeps its beginning and says so', async () => {
  const server = await startBadServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write('data: {"choices":[{"index":0,"delta":{"content":"The first half"}}]}\n\n');
    setTimeout(() => response.destroy(), 100);
  });
  try {
    const conversation = await api.startConversation('wendy', await connect('openai', server.url, 'cut'));
    const events = await readEvents(await api.say(conversation, 'hello'));
    expect(textOf(events)).toBe('The first half');
    expect(events.at(-1)).toMatchObject({ type: 'error', code: 'model_stream_cut' });
    const messages = await api.json<{ items: { role: string; text: string }[] }>(`/api/conversations/${conversation}/messages`);
    expect(messages.items.find((message) => message.role === 'assistant')?.text).toBe('The first half');
  } finally {
    await server.stop();
  }
});
