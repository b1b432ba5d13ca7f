import { describe, expect, it } from 'vitest';
import { readMessages, SseParser, type SseMessage } from './sse';

function parseBy(text: string, size: number): SseMessage[] {
  const parser = new SseParser();
  const messages: SseMessage[] = [];
  for (let i = 0; i < text.length; i += size) {
    messages.push(...parser.push(text.slice(i, i + size)));
  }
  return messages;
}

const stream = ': hello\n\nid: 1\ndata: {"type":"delta","text":"你好"}\n\nid: 2\nevent: note\ndata: a\ndata: b\n\ndata\n\nid: 3\ndata:no space\n\n: ping\n\n';
const expected: SseMessage[] = [
  { id: '1', event: 'message', data: '{"type":"delta","text":"你好"}' },
  { id: '2', event: 'note', data: 'a\nb' },
  { id: '2', event: 'message', data: '' },
  { id: '3', event: 'message', data: 'no space' },
];

describe('SseParser', () => {
  it.each([1, 2, 3, 7, 64, 10_000])('reads the same messages from pieces of %i characters', (size) => {
    expect(parseBy(stream, size)).toEqual(expected);
  });

  it.each([1, 2, 5])('takes CRLF and lone CR as line ends, cut after %i characters', (size) => {
    expect(parseBy(stream.replaceAll('\n', '\r\n'), size)).toEqual(expected);
    expect(parseBy(stream.replaceAll('\n', '\r'), size)).toEqual(expected);
  });

  it('ignores a byte order mark, unknown fields and an unfinished message', () => {
    expect(parseBy('\uFEFFdata: x\nretry: 5\nwhat: ever\n\ndata: never finished\n', 3)).toEqual([{ id: null, event: 'message', data: 'x' }]);
  });
});

describe('readMessages', () => {
  it('joins characters whose UTF-8 bytes arrive one by one', async () => {
    const bytes = new TextEncoder().encode('id: 9\ndata: −$2,594.68 亏损\n\n');
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) {
          controller.enqueue(new Uint8Array([byte]));
        }
        controller.close();
      },
    });
    const messages: SseMessage[] = [];
    for await (const message of readMessages(new Response(body))) {
      messages.push(message);
    }
    expect(messages).toEqual([{ id: '9', event: 'message', data: '−$2,594.68 亏损' }]);
  });
});
