import { Button, toProblem, useFormat, useT } from '@aiwendy/sdk';
import type { Draft } from './useDraft';

/** Says whether what was typed is safe. */
export function SaveMark({ draft, savedAt }: { draft: Draft<object>; savedAt: string | null }) {
  const t = useT();
  const format = useFormat();
  if (draft.state === 'failed') {
    return (
      <span className="flex flex-wrap items-center gap-2 text-danger" role="alert">
        {t('saved.failed')} {toProblem(draft.problem).message}
        <Button size="small" icon="refresh" onClick={draft.flush}>{t('saved.retry')}</Button>
      </span>
    );
  }
  const text = draft.state === 'waiting' || draft.state === 'saving' ? t('saved.saving') : draft.state === 'saved' ? t('saved.now') : savedAt ? t('saved.at', { at: format.dateTime(savedAt) }) : '';
  return <span className="text-12 text-text-3" role="status">{text}</span>;
}
