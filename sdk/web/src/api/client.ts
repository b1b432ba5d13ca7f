import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { ApiProblem, problemFrom, readProblem } from './problem';

type QueryValue = string | number | boolean | null | undefined;

export interface RequestOptions {
  query?: Record<string, QueryValue | readonly QueryValue[]>;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Sends what every unsafe request carries, and tells the language. */
export function requestHeaders(extra: Record<string, string> = {}): Record<string, string> {
  return { 'X-AIWendy': '1', 'Accept-Language': document.documentElement.lang || 'en', ...extra };
}

const problemListeners = new Set<(problem: ApiProblem) => void>();

/** Hears of every failed request; the shell uses it for sign-in and the starting page. */
export function onProblem(listener: (problem: ApiProblem) => void): () => void {
  problemListeners.add(listener);
  return () => problemListeners.delete(listener);
}

function report(problem: ApiProblem): ApiProblem {
  problemListeners.forEach((listener) => {
    listener(problem);
  });
  return problem;
}

function address(path: string, query: RequestOptions['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? (value as QueryValue[]) : [value as QueryValue]) {
      if (one !== null && one !== undefined && one !== '') {
        search.append(name, String(one));
      }
    }
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** Fetches and throws an {@link ApiProblem} for every answer that is not a success. */
export async function fetchOrThrow(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    throw report(new ApiProblem(0, 'network', ''));
  }
  if (!response.ok) {
    throw report(await readProblem(response));
  }
  return response;
}

async function send<T>(method: string, path: string, body: unknown, options: RequestOptions = {}): Promise<T> {
  const headers = requestHeaders({ Accept: 'application/json', ...options.headers });
  let payload: BodyInit | undefined;
  if (body instanceof FormData || body instanceof Blob) {
    payload = body;
  } else if (body !== undefined) {
    payload = JSON.stringify(body);
    headers['Content-Type'] = 'application/json';
  }
  const response = await fetchOrThrow(address(path, options.query), { method, headers, body: payload, signal: options.signal });
  if (response.status === 204 || response.headers.get('content-length') === '0') {
    return undefined as T;
  }
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** Calls of the server; every failure is an {@link ApiProblem}. */
export const api = {
  get: <T>(path: string, options?: RequestOptions) => send<T>('GET', path, undefined, options),
  post: <T = void>(path: string, body?: unknown, options?: RequestOptions) => send<T>('POST', path, body, options),
  put: <T = void>(path: string, body?: unknown, options?: RequestOptions) => send<T>('PUT', path, body, options),
  patch: <T = void>(path: string, body?: unknown, options?: RequestOptions) => send<T>('PATCH', path, body, options),
  delete: <T = void>(path: string, options?: RequestOptions) => send<T>('DELETE', path, undefined, options),
};

const problems: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(requestHeaders())) {
      request.headers.set(name, value);
    }
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) {
      let body: unknown;
      try {
        body = await response.clone().json();
      } catch {
        body = undefined;
      }
      throw report(problemFrom(response, body));
    }
  },
  onError() {
    return report(new ApiProblem(0, 'network', ''));
  },
};

/** A client typed by an OpenAPI document: `createApi<paths>()`, with the same errors as {@link api}. */
export function createApi<Paths extends object>(options: { baseUrl?: string } = {}): Client<Paths> {
  const client = createClient<Paths>({ baseUrl: options.baseUrl ?? '', fetch: (request) => fetch(request) });
  client.use(problems);
  return client;
}
