import { expect, test } from '@playwright/test';
import { Api, readEvents } from '../lib/chat';
import { Product } from '../lib/product';

/** Deterministic moments, so that a failure can be repeated. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function importFile(index: number): FormData {
  const rows = ['Date,Time,Symbol,Quantity,Price,Side,Commission'];
  for (let row = 0; row < 4; row++) {
    rows.push(`2026-03-${String((index % 27) + 1).padStart(2, '0')},10:0${row}:${String(index % 60).padStart(2, '0')},CRASH${index},10,${100 + row},${row % 2 === 0 ? 'Buy' : 'Sell'},1.00`);
  }
  const form = new FormData();
  form.set('file', new Blob([rows.join('\n')], { type: 'text/csv' }), `crash-${index}.csv`);
  form.set('commit', 'true');
  return form;
}

test('nothing acknowledged is lost when host and database are killed during 200 writes', async () => {
  test.setTimeout(240_000);
  const random = seeded(20_261_123);
  const product = await (await Product.create()).start();
  const messages: { conversation: string; text: string }[] = [];
  const imports: { id: string; symbol: string }[] = [];
  try {
    let index = 0;
    for (let crash = 0; crash < 4; crash++) {
      const api = new Api(product.baseUrl);
      const conversation = await api.startConversation('socrates');
      let dead = false;
      const until = index + 50;
      const killAt = Date.now() + 400 + random() * 2_500;
      const killer = (async () => {
        await new Promise((done) => setTimeout(done, killAt - Date.now()));
        dead = true;
        await product.killEverything();
      })();
      while (!dead || index < until) {
        index++;
        const text = `message ${index} before crash ${crash}`;
        try {
          if (index % 2 === 0) {
            const conversationId = await api.startConversation('wendy');
            const response = await api.say(conversationId, text);
            if (response.ok && response.headers.get('X-Run-Id')) {
              messages.push({ conversation: conversationId, text });
            }
            await response.body?.cancel();
          } else {
            const response = await fetch(`${product.baseUrl}/api/journal/imports`, { method: 'POST', body: importFile(index) });
            if (response.ok) {
              imports.push({ id: ((await response.json()) as { id: string }).id, symbol: `CRASH${index}` });
            }
          }
        } catch {
          if (dead) {
            index = Math.max(index, until);
          }
        }
      }
      await killer;
      await product.start();
      expect(conversation).toBeTruthy();
    }

    const api = new Api(product.baseUrl);
    expect(messages.length + imports.length).toBeGreaterThan(5);
    for (const { conversation, text } of messages) {
      const stored = await api.json<{ items: { role: string; text: string; status: string; runId?: string }[] }>(`/api/conversations/${conversation}/messages`);
      expect(stored.items.filter((message) => message.role === 'user').map((message) => message.text)).toContain(text);
    }
    for (const { id, symbol } of imports) {
      expect((await api.json<{ committed: boolean }>(`/api/journal/imports/${id}`)).committed).toBe(true);
      const trades = await api.json<{ items: unknown[] }>(`/api/journal/trades?symbol=${symbol}`);
      expect(trades.items).toHaveLength(2);
    }
  } finally {
    await product.dispose();
  }
});

test('a half-written answer survives a killed host and says that it is incomplete', async () => {
  test.setTimeout(120_000);
  const product = await (await Product.create()).start();
  try {
    const api = new Api(product.baseUrl);
    await api.post('/api/journal/sample');
    const conversation = await api.startConversation('wendy');
    const response = await api.say(conversation, 'Why do I lose?');
    const runId = response.headers.get('X-Run-Id');
    let seen = '';
    await readEvents(response, (event) => {
      seen += event.type === 'delta' ? String(event.text) : '';
      return seen.length < 60;
    });
    await product.killEverything();
    await product.start();
    const again = new Api(product.baseUrl);
    await expect.poll(async () => {
      const stored = await again.json<{ items: { role: string; status: string }[] }>(`/api/conversations/${conversation}/messages`);
      return stored.items.find((message) => message.role === 'assistant')?.status;
    }, { timeout: 30_000 }).toBe('incomplete');
    const stored = await again.json<{ items: { role: string; text: string }[] }>(`/api/conversations/${conversation}/messages`);
    expect(stored.items.find((message) => message.role === 'assistant')?.text).toContain(seen.slice(0, 60));
    const events = await readEvents(await fetch(`${product.baseUrl}/api/runs/${runId}/events`));
    expect(events.at(-1)).toMatchObject({ type: 'done', finish: 'incomplete' });
  } finally {
    await product.dispose();
  }
});
