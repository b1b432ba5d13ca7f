import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createModelServer, type Fixture } from '@copilotkit/aimock';

/** A model server inside the test. */
export interface ModelServer {
  url: string;
  stop(): Promise<void>;
}

/** An independent implementation of the model protocols that answers from fixtures. */
export async function startModelServer(fixtures: Fixture[]): Promise<ModelServer> {
  const { server, url } = await createModelServer(fixtures, { port: 0 });
  return { url, stop: () => closeAtOnce(server) };
}

/** A server that answers every call in one bad way. */
export async function startBadServer(answer: RequestListener): Promise<ModelServer> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => closeAtOnce(server) };
}

/**
 * Closes a server together with its connections. Waiting for clients to leave never ends: a pool opens a connection in
 * advance, keeps it for the next call, and a server counts one that has not sent anything yet as busy.
 */
async function closeAtOnce(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
