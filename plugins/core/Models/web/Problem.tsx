import { ApiProblem, Notice, problemText, useT } from '@aiwendy/sdk';

/** Why something was refused as a whole; what concerns one field is said at the field. */
export function Problem({ error }: { error: unknown }) {
  const kit = useT('kit');
  if (!error || (error instanceof ApiProblem && Object.keys(error.errors).length > 0)) {
    return null;
  }
  return (
    <div role="alert">
      <Notice tone="danger">{problemText(error, kit)}</Notice>
    </div>
  );
}

/** What the server says about one field. */
export function fieldProblem(error: unknown, field: string): string | null {
  if (!(error instanceof ApiProblem)) {
    return null;
  }
  return error.errors[field]?.[0] ?? (field === 'baseUrl' && error.code === 'address_not_allowed' ? error.detail : null);
}
