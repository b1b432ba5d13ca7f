/** An error that the server explained as RFC 9457 problem details, or a failure to reach it. */
export class ApiProblem extends Error {
  constructor(
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
    /** Stable snake_case name, e.g. `not_found`; `network` when no answer came. */
    readonly code: string,
    /** Sentences for the user, in the user's language where the server has them. */
    readonly detail: string,
    readonly requestId: string | null = null,
    /** Seconds to wait before trying again. */
    readonly retryAfter: number | null = null,
    /** Messages per field, for forms. */
    readonly errors: Readonly<Record<string, readonly string[]>> = {},
    /** What else the problem says, e.g. the `ticket` that a second step needs. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(detail || code);
    this.name = 'ApiProblem';
  }

  /** Whether the same request may work later without a change. */
  get isTransient(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

interface ProblemBody {
  title?: string;
  detail?: string;
  code?: string;
  requestId?: string;
  retryAfter?: number;
  errors?: Record<string, string[] | string>;
}

/** Reads the problem out of a failed answer; anything else than problem details is never shown as text. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  let body: ProblemBody = {};
  if (/json/i.test(response.headers.get('content-type') ?? '')) {
    try {
      body = (await response.json()) as ProblemBody;
    } catch {
      body = {};
    }
  }
  return problemFrom(response, body);
}

/** Makes a problem from an answer whose body was parsed already. */
export function problemFrom(response: Response, body: unknown): ApiProblem {
  const problem: ProblemBody = typeof body === 'object' && body !== null ? (body as ProblemBody) : {};
  const errors: Record<string, string[]> = {};
  for (const [field, messages] of Object.entries(problem.errors ?? {})) {
    errors[field] = Array.isArray(messages) ? messages : [messages];
  }
  return new ApiProblem(
    response.status,
    problem.code ?? `http_${response.status}`,
    problem.detail ?? problem.title ?? '',
    problem.requestId ?? response.headers.get('x-request-id'),
    readRetryAfter(response, problem.retryAfter),
    errors,
    problem as Record<string, unknown>,
  );
}

function readRetryAfter(response: Response, fromBody: number | undefined): number | null {
  if (typeof fromBody === 'number') {
    return fromBody;
  }
  const header = response.headers.get('retry-after');
  if (!header) {
    return null;
  }
  const seconds = Number(header);
  if (Number.isFinite(seconds)) {
    return seconds;
  }
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, Math.round((date - Date.now()) / 1000));
}

/** Turns whatever was thrown into a problem. */
export function toProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) {
    return error;
  }
  if (error instanceof TypeError) {
    return new ApiProblem(0, 'network', '');
  }
  return new ApiProblem(0, 'unexpected', error instanceof Error ? error.message : String(error));
}
