import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useRunStream } from './useRunStream';

function answer(lines: object[]): Response {
  const text = lines.map((line, index) => `id: ${index + 1}\ndata: ${JSON.stringify(line)}\n\n`).join('');
  return new Response(text, { headers: { 'content-type': 'text/event-stream', 'x-run-id': 'run-1' } });
}

describe('useRunStream', () => {
  beforeEach(() => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('collects text, tools, evidence and the end', async () => {
    vi.stubGlobal('fetch', () =>
      Promise.resolve(
        answer([
          { type: 'tool', callId: 'c1', name: 'journal_statistics', title: 'Reads your statistics', status: 'running' },
          { type: 'tool', callId: 'c1', name: 'journal_statistics', title: 'Reads your statistics', status: 'done', durationMs: 40 },
          { type: 'evidence', figures: [{ id: 'net_pnl', label: 'Net P&L', value: -12.5, unit: 'money', n: 4, currency: 'USD' }] },
          { type: 'delta', text: 'You lost ' },
          { type: 'delta', text: '[−$12.50](evidence:net_pnl).' },
          { type: 'usage', inputTokens: 10, outputTokens: 5 },
          { type: 'done', finish: 'stop' },
        ]),
      ),
    );
    const onEnd = vi.fn();
    const { result } = renderHook(() => useRunStream({ onEnd }));
    act(() => {
      result.current.start('/api/conversations/1/messages', { text: 'why' });
    });
    await waitFor(() => {
      expect(result.current.status).toBe('done');
    });
    expect(result.current).toMatchObject({ runId: 'run-1', text: 'You lost [−$12.50](evidence:net_pnl).', finish: 'stop', isRunning: false });
    expect(result.current.tools).toEqual([{ callId: 'c1', name: 'journal_statistics', title: 'Reads your statistics', status: 'done', durationMs: 40 }]);
    expect(result.current.figures['net_pnl']?.value).toBe(-12.5);
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  it('shows an error event as a problem and never as text', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(answer([{ type: 'delta', text: 'Part.' }, { type: 'error', code: 'rate_limited', message: 'The model asks for a pause.', retryAfter: 7, retryable: true }])));
    const { result } = renderHook(() => useRunStream());
    act(() => {
      result.current.start('/api/x');
    });
    await waitFor(() => {
      expect(result.current.status).toBe('error');
    });
    expect(result.current.text).toBe('Part.');
    expect(result.current.problem).toMatchObject({ code: 'rate_limited', retryAfter: 7, retryable: true });
  });

  it('stops the run itself, at once on the screen', async () => {
    const requests: string[] = [];
    let push: (text: string) => void = () => undefined;
    vi.stubGlobal('fetch', (url: string) => {
      requests.push(url);
      if (url.endsWith('/cancel')) {
        push('id: 2\ndata: {"type":"done","finish":"cancelled"}\n\n');
        return Promise.resolve(new Response(null, { status: 202 }));
      }
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          push = (text) => {
            controller.enqueue(new TextEncoder().encode(text));
          };
          push('id: 1\ndata: {"type":"delta","text":"Half"}\n\n');
        },
      });
      return Promise.resolve(new Response(body, { headers: { 'x-run-id': 'run-1' } }));
    });
    const { result } = renderHook(() => useRunStream());
    act(() => {
      result.current.start('/api/x');
    });
    await waitFor(() => {
      expect(result.current.text).toBe('Half');
    });
    act(() => {
      result.current.cancel();
    });
    expect(result.current.status).toBe('stopping');
    await waitFor(() => {
      expect(result.current.finish).toBe('cancelled');
    });
    expect(requests).toEqual(['/api/x', '/api/runs/run-1/cancel']);
    expect(result.current.text).toBe('Half');
  });
});
