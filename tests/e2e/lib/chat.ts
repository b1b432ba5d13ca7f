/** One event of an answer, with its number. */
export interface ChatEvent {
  id: number;
  type: string;
  [key: string]: unknown;
}

/** Reads a text/event-stream to its end. */
export async function readEvents(response: Response, onEvent?: (event: ChatEvent) => boolean | void): Promise<ChatEvent[]> {
  if (!response.ok || !response.body) {
    throw new Error(`${response.status} ${await response.text()}`);
  }
  const events: ChatEvent[] = [];
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return events;
    }
    buffer += value.replaceAll('\r\n', '\n');
    for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
      const block = buffer.slice(0, end).split('\n');
      buffer = buffer.slice(end + 2);
      const data = block.filter((line) => line.startsWith('data:')).map((line) => line.slice(5).trimStart());
      const id = block.find((line) => line.startsWith('id:'));
      if (data.length === 0 || !id) {
        continue;
      }
      const event = { id: Number(id.slice(3)), ...JSON.parse(data.join('\n')) } as ChatEvent;
      events.push(event);
      if (onEvent?.(event) === false) {
        await reader.cancel();
        return events;
      }
    }
  }
}

/** The answer's text. */
export function textOf(events: ChatEvent[]): string {
  return events.filter((event) => event.type === 'delta').map((event) => String(event.text)).join('');
}

/** A client of the product's public API. */
export class Api {
  constructor(readonly baseUrl: string) {}

  async json<T>(path: string, init?: RequestInit & { body?: BodyInit }): Promise<T> {
    const response = await fetch(this.baseUrl + path, init);
    if (!response.ok) {
      throw new Error(`${init?.method ?? 'GET'} ${path}: ${response.status} ${await response.text()}`);
    }
    const text = await response.text();
    return (text ? JSON.parse(text) : undefined) as T;
  }

  post<T>(path: string, body?: unknown): Promise<T> {
    return this.json<T>(path, {
      method: 'POST',
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  async startConversation(coachId: string, connectionId?: string): Promise<string> {
    return (await this.post<{ id: string }>('/api/conversations', { coachId, connectionId })).id;
  }

  say(conversationId: string, text: string, language = 'en'): Promise<Response> {
    return fetch(`${this.baseUrl}/api/conversations/${conversationId}/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
      body: JSON.stringify({ text }),
    });
  }
}
