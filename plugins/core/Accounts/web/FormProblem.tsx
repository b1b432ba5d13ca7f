import { ApiProblem, Notice, problemText, useT } from '@aiwendy/sdk';

/** Why a form was refused as a whole; what concerns one field is said at the field. */
export function FormProblem({ problem }: { problem: unknown }) {
  const t = useT();
  const kit = useT('kit');
  if (!problem || (problem instanceof ApiProblem && Object.keys(problem.errors).length > 0)) {
    return null;
  }
  const wait = problem instanceof ApiProblem && problem.status === 429 ? problem.retryAfter : null;
  return (
    <div role="alert">
      <Notice tone="danger">
        {problemText(problem, kit)}
        {wait ? ` ${t('retryIn', { count: Math.ceil(wait / 60) })}` : ''}
      </Notice>
    </div>
  );
}

/** What the server says about one field. */
export function fieldProblem(problem: unknown, field: string): string | null {
  return problem instanceof ApiProblem ? (problem.errors[field]?.[0] ?? null) : null;
}
