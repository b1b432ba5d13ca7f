import { expect, test } from '@playwright/test';
import { Api } from '../lib/chat';
import { Product } from '../lib/product';

const unknownId = '01900000-0000-7000-8000-000000000000';

interface Problem {
  status: number;
  code: string;
  detail: string;
  requestId: string;
}

test('bad input gets a clear problem and never a 500', async () => {
  test.setTimeout(180_000);
  const product = await (await Product.create()).start();
  try {
    const api = new Api(product.baseUrl);
    const conversation = await api.startConversation('wendy');
    const problemOf = async (path: string, init: RequestInit, status: number | number[]): Promise<Problem> => {
      const response = await fetch(product.baseUrl + path, init);
      expect([status].flat(), `${init.method ?? 'GET'} ${path}: ${response.status}`).toContain(response.status);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      const problem = (await response.json()) as Problem;
      expect(problem.code).toMatch(/^[a-z0-9_]+$/);
      expect(problem.detail.length).toBeGreaterThan(10);
      expect(problem.requestId).toBeTruthy();
      return problem;
    };
    const json = (body: string, type = 'application/json'): RequestInit => ({ method: 'POST', headers: { 'Content-Type': type }, body });
    const file = (content: BlobPart, name = 'trades.csv'): RequestInit => {
      const form = new FormData();
      form.set('file', new Blob([content]), name);
      form.set('commit', 'true');
      return { method: 'POST', body: form };
    };

    const messages = `/api/conversations/${conversation}/messages`;
    expect((await problemOf(messages, json(JSON.stringify({ text: 'x'.repeat(10_000) })), 400)).code).toBe('message_too_long');
    expect((await problemOf(messages, json(JSON.stringify({ text: '  ' })), 400)).code).toBe('message_empty');
    await problemOf(messages, json('{"text":'), 400);
    await problemOf(messages, json('[]'), 400);
    await problemOf(messages, json('{"text":{}}'), 400);
    await problemOf(messages, json('['.repeat(50_000) + ']'.repeat(50_000)), 400);
    expect((await problemOf(messages, json('text=hello', 'application/x-www-form-urlencoded'), 415)).code).toBe('unsupported_media_type');
    expect((await problemOf(messages, json('{"text":"hello"}', 'application/json; charset=bogus'), 415)).code).toBe('unsupported_media_type');
    await problemOf(`/api/conversations/${unknownId}/messages`, json('{"text":"hello"}'), 404);
    await problemOf('/api/conversations/not-an-id', {}, 404);
    await problemOf('/api/conversations', json('{"coachId":"nobody"}'), [400, 404]);
    await problemOf(`/api/journal/trades/${unknownId}`, {}, 404);
    await problemOf('/api/journal/trades?cursor=%00%ff', {}, 400);
    await problemOf('/api/journal/trades?limit=-1', {}, 400);
    await problemOf('/api/journal/statistics?from=yesterday', {}, 400);
    await problemOf(`/api/runs/${unknownId}/events`, {}, 404);
    await problemOf(`/api/models/connections/${unknownId}/test`, { method: 'POST' }, 404);
    await problemOf('/api/models/connections', json('{"kind":"teapot","model":"m","name":"n"}'), 400);
    await problemOf('/api/models/connections', json('{"kind":"openai","baseUrl":"file:///etc/passwd","model":"m","name":"n"}'), 400);
    await problemOf('/api/nothing/here', {}, 404);
    await problemOf('/api/coaches', { method: 'DELETE' }, 405);

    const imports = '/api/journal/imports';
    expect((await problemOf(imports, file(''), 400)).code).toBe('file_empty');
    expect((await problemOf(imports, file(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3, 255, 254, 0, 0])), 400)).code).toBe('not_a_text_file');
    expect((await problemOf(imports, file(`${Array.from({ length: 200 }, (_, i) => `c${i}`).join(',')}\n${'1,'.repeat(199)}1\n`), [400, 422])).code).toBe('too_many_columns');
    expect((await problemOf(imports, file('Name,Colour\nBall,red\n'), 422)).code).toBe('format_not_recognised');
    await problemOf(imports, { method: 'POST', body: new FormData() }, 400);
    await problemOf(imports, json('{}'), [400, 415]);
    const large = new Uint8Array(100 * 1024 * 1024).fill(0x41);
    expect((await problemOf(imports, file(large), 413)).code).toBe('file_too_large');

    const rows = 'Date,Time,Symbol,Quantity,Price,Side,Commission\n2026-03-02,10:00:00,腾讯,100,380.2,Buy,1\n2026-03-02,10:30:00,腾讯,100,381.2,Sell,1\n';
    const utf16 = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rows, 'utf16le')]));
    const gb18030 = new Uint8Array(Buffer.concat([Buffer.from('Date,Time,Symbol,Quantity,Price,Side,Commission\n2026-03-02,10:00:00,'), Buffer.from([0xcc, 0xda, 0xd1, 0xb6]), Buffer.from(',100,380.2,Buy,1\n2026-03-02,10:30:00,'), Buffer.from([0xcc, 0xda, 0xd1, 0xb6]), Buffer.from(',100,381.2,Sell,1\n')]));
    for (const content of [utf16, gb18030]) {
      const response = await fetch(product.baseUrl + imports, file(content));
      expect(response.status, await response.clone().text()).toBeLessThan(300);
      const made = (await response.json()) as { symbols: string[]; net: number };
      expect(made.symbols).toEqual(['腾讯']);
      expect(made.net).toBe(98);
    }

    expect(product.log + product.logFiles()).not.toMatch(/"StatusCode":500|internal_error| 500 in /);
  } finally {
    await product.dispose();
  }
});
