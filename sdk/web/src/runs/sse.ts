/** One message of an event stream. */
export interface SseMessage {
  id: string | null;
  event: string;
  data: string;
}

/**
 * Reads `text/event-stream` as the HTML standard describes it, from pieces cut anywhere: within a line, between the two
 * characters of a line end, within a field name. Feed it decoded text.
 */
export class SseParser {
  #rest = '';
  #afterReturn = false;
  #isFirst = true;
  #id: string | null = null;
  #event = '';
  #data: string[] = [];

  /** Takes the next piece and gives the messages that it completed. */
  push(piece: string): SseMessage[] {
    let text = piece;
    if (this.#isFirst && text.length > 0) {
      this.#isFirst = false;
      text = text.replace(/^\uFEFF/, '');
    }
    const messages: SseMessage[] = [];
    let start = 0;
    for (let i = 0; i < text.length; i++) {
      const character = text[i];
      if (character === '\n' && this.#afterReturn) {
        // Second half of CRLF: the line ended with the first.
        this.#afterReturn = false;
        start = i + 1;
        continue;
      }
      this.#afterReturn = character === '\r';
      if (character === '\n' || character === '\r') {
        const message = this.#line(this.#rest + text.slice(start, i));
        this.#rest = '';
        start = i + 1;
        if (message) {
          messages.push(message);
        }
      }
    }
    this.#rest += text.slice(start);
    return messages;
  }

  #line(line: string): SseMessage | null {
    if (line === '') {
      return this.#dispatch();
    }
    if (line.startsWith(':')) {
      return null;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (field === 'data') {
      this.#data.push(value);
    } else if (field === 'event') {
      this.#event = value;
    } else if (field === 'id' && !value.includes('\0')) {
      this.#id = value;
    }
    return null;
  }

  #dispatch(): SseMessage | null {
    const event = this.#event;
    const data = this.#data;
    this.#event = '';
    this.#data = [];
    return data.length === 0 ? null : { id: this.#id, event: event || 'message', data: data.join('\n') };
  }
}

/** Reads the messages of a streamed answer until it ends. */
export async function* readMessages(response: Response): AsyncGenerator<SseMessage> {
  if (!response.body) {
    return;
  }
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const parser = new SseParser();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        yield* parser.push(decoder.decode());
        return;
      }
      yield* parser.push(decoder.decode(value, { stream: true }));
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
