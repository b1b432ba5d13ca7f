import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, createApi, onProblem } from './client';
import { ApiProblem } from './problem';

function answer(status: number, body: string, headers: Record<string, string> = {}) {
  const fetched = vi.fn(() => Promise.resolve(new Response(body === '' ? null : body, { status, headers })));
  vi.stubGlobal('fetch', fetched);
  return fetched as unknown as { mock: { calls: [string, RequestInit][] } };
}

describe('api', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('leaves empty values out of the address', async () => {
    const fetched = answer(200, '{"items":[]}', { 'content-type': 'application/json' });
    await api.get('/api/x', { query: { a: 1, b: null, c: undefined, d: '', e: ['p', 'q'], f: false } });
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/x?a=1&e=p&e=q&f=false');
  });

  it('reads problem details', async () => {
    answer(422, '{"code":"format_not_recognised","detail":"We do not know this file.","requestId":"r-1","errors":{"file":["unknown"]}}', { 'content-type': 'application/problem+json' });
    const heard = vi.fn();
    const stop = onProblem(heard);
    await expect(api.post('/api/x', {})).rejects.toMatchObject({ status: 422, code: 'format_not_recognised', detail: 'We do not know this file.', requestId: 'r-1', errors: { file: ['unknown'] }, isTransient: false });
    expect(heard).toHaveBeenCalledTimes(1);
    stop();
  });

  it('never takes an HTML page for a message', async () => {
    answer(502, '<html>Bad gateway</html>', { 'content-type': 'text/html', 'retry-after': '3' });
    await expect(api.get('/api/x')).rejects.toMatchObject({ status: 502, code: 'http_502', detail: '', retryAfter: 3, isTransient: true });
  });

  it('says when no answer came', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(api.get('/api/x')).rejects.toMatchObject({ status: 0, code: 'network' });
  });

  it('takes an answer without a body', async () => {
    answer(204, '');
    await expect(api.delete('/api/x')).resolves.toBeUndefined();
  });

  it('throws the same from the typed client', async () => {
    interface Paths {
      '/api/x': { get: { responses: { 200: { content: { 'application/json': { a: number } } } } } };
    }
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"code":"not_found"}', { status: 404, headers: { 'content-type': 'application/json' } })));
    const client = createApi<Paths>({ baseUrl: 'http://localhost' });
    await expect(client.GET('/api/x')).rejects.toBeInstanceOf(ApiProblem);
  });
});
