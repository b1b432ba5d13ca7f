import { api, Button, ErrorState, useT } from '@aiwendy/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { journalKey, type Import } from '../../journal';
import { ReadingFields, type Reading } from './ReadingFields';

/** Reads a file again, with what the recognition got wrong corrected. */
export function ReadAgain({ made }: { made: Import & { dateOrder?: string | null; decimalSeparator?: string | null } }) {
  const t = useT();
  const client = useQueryClient();
  const [reading, setReading] = useState<Reading>({ timeZone: made.timeZone });
  const again = useMutation({
    mutationFn: () => {
      const { timeZone, ...choices } = reading;
      return api.post<Import>(`/api/journal/imports/${made.id}/reparse`, { choices, timeZone });
    },
    onSuccess: (next) => {
      client.setQueryData([journalKey, 'import', made.id], next);
      return client.invalidateQueries({ queryKey: [journalKey, 'import', made.id, 'rows'] });
    },
  });
  return (
    <details className="rounded-md border border-line bg-surface">
      <summary className="aw-link cursor-pointer px-4 py-2">{t('wizard.readAgain')}</summary>
      <div className="grid gap-3 px-4 pb-4">
        <ReadingFields value={reading} detected={made} onChange={(change) => { setReading((before) => ({ ...before, ...change })); }} />
        {again.isError ? <ErrorState problem={again.error} /> : null}
        <div><Button icon="refresh" busy={again.isPending} onClick={() => { again.mutate(); }}>{t('wizard.readAgainNow')}</Button></div>
      </div>
    </details>
  );
}
