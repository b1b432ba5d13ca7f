import { api, Badge, Button, Card, ErrorState, Grid, Notice, Skeleton, useT } from '@aiwendy/sdk';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { inspectImport, isAmbiguousDate, missingFields, uploadImports, wordsOf, type ColumnMapping, type Inspection } from '../../imports';
import type { Import } from '../../journal';
import { MappingFields } from './MappingFields';
import { MappingPreview, SampleTable } from './MappingPreview';
import { ReadingFields, type Reading } from './ReadingFields';

export interface MappingStepProps {
  file: File;
  accountId: string;
  timeZone: string;
  onBack: () => void;
  /** The preview that the mapping led to. */
  onDone: (made: Import) => void;
}

/** A file that no format knows: say which column is what and see at once what becomes of the rows. */
export function MappingStep({ file, accountId, timeZone, onBack, onDone }: MappingStepProps) {
  const t = useT();
  const [reading, setReading] = useState<Reading>({ timeZone });
  const inspection = useQuery({
    queryKey: ['import-inspection', file.name, file.size, file.lastModified, reading.encoding ?? null],
    queryFn: () => inspectImport(file, { encoding: reading.encoding }),
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <div className="mt-3 grid gap-3">
      <Card title={t('wizard.title')} meta={file.name}>
        <p className="mb-3 text-text-2">{t('wizard.lead')}</p>
        <ReadingFields value={reading} detected={inspection.data} onChange={(change) => { setReading((before) => ({ ...before, ...change })); }} />
      </Card>
      {inspection.isPending ? <Card flush><Skeleton lines={8} /></Card> : null}
      {inspection.isError ? <Card><ErrorState problem={inspection.error} onRetry={() => void inspection.refetch()} /></Card> : null}
      {inspection.data ? <Columns key={inspection.data.fingerprint} inspection={inspection.data} file={file} accountId={accountId} reading={reading} onBack={onBack} onDone={onDone} /> : null}
    </div>
  );
}

function Columns({ inspection, file, accountId, reading, onBack, onDone }: { inspection: Inspection; file: File; accountId: string; reading: Reading; onBack: () => void; onDone: (made: Import) => void }) {
  const t = useT();
  const [mapping, setMapping] = useState<ColumnMapping>(() => inspection.suggestedMapping ?? { kind: 'executions', columns: {}, hasHeader: true });
  const missing = missingFields(mapping);
  const dates = wordsOf(mapping.columns?.['date'], mapping.hasHeader === false ? [] : inspection.headings, inspection.rows);
  const isOrderOpen = !reading.dateOrder && !inspection.dateOrder && dates.length > 0 && dates.every(isAmbiguousDate);
  const { preview, leave } = useMappedPreview(file, accountId, mapping, reading, missing.length === 0);
  const made = missing.length === 0 ? preview.data : undefined;
  const back = () => {
    leave();
    onBack();
  };
  return (
    <>
      {inspection.remembered ? <Notice icon="check">{t('wizard.remembered')}</Notice> : null}
      {inspection.refusal && inspection.refusal.code !== 'format_not_recognised' ? <Notice>{inspection.refusal.message}</Notice> : null}
      {isOrderOpen ? <Notice tone="warn" title={t('wizard.orderOpen')}>{t('wizard.orderOpenText', { date: dates[0] })}</Notice> : null}
      <Grid className="items-start">
        <Card span={5} title={t('wizard.columns')} meta={inspection.suggestedMapping ? t('wizard.suggested') : undefined}>
          <MappingFields inspection={inspection} mapping={mapping} onChange={setMapping} />
        </Card>
        <div data-span={7} className="grid gap-3">
          <Card flush title={t('wizard.preview')} action={made ? <Badge tone={made.errorCount > 0 ? 'warn' : 'ok'} icon={made.errorCount > 0 ? 'warning' : 'check'}>{t('wizard.counts', { count: made.executions + made.duplicates, errors: made.errorCount })}</Badge> : null}>
            <div aria-live="polite" aria-busy={preview.isPending}>
              {missing.length > 0 ? <p className="px-4 py-3 text-text-2">{t('wizard.missing', { fields: missing.map((field) => t(`wizard.field.${field === 'date' || field === 'price' ? `${field}_${mapping.kind === 'trades' ? 'trades' : 'executions'}` : field}`)).join(', ') })}</p> : null}
              {missing.length === 0 && preview.isError ? <ErrorState problem={preview.error} /> : null}
              {missing.length === 0 && !preview.isError && !made ? <Skeleton lines={6} /> : null}
              {made ? <MappingPreview made={made} version={preview.submittedAt} /> : null}
            </div>
          </Card>
          <Card flush title={t('wizard.sample')}><SampleTable inspection={inspection} /></Card>
        </div>
      </Grid>
      <div className="flex flex-wrap items-center justify-end gap-2">
        <span className="mr-auto text-12 text-text-3">{t('wizard.rememberedLater')}</span>
        <Button onClick={back}>{t('import.other')}</Button>
        <Button kind="primary" icon="check" busy={preview.isPending} disabled={!made || made.executions + made.duplicates === 0} onClick={() => { if (made) { onDone(made); } }}>{t('wizard.check')}</Button>
      </div>
    </>
  );
}

/** Reads the file anew with every complete mapping: the first time as a preview of its own, later by reading that again. */
function useMappedPreview(file: File, accountId: string, mapping: ColumnMapping, reading: Reading, isComplete: boolean) {
  const id = useRef<string | null>(null);
  const { timeZone, ...choices } = reading;
  const preview = useMutation({
    scope: { id: 'import-mapping' },
    mutationFn: async (asked: { mapping: ColumnMapping; choices: typeof choices; timeZone: string }): Promise<Import> => {
      if (id.current !== null) {
        return await api.post<Import>(`/api/journal/imports/${id.current}/reparse`, { choices: { ...asked.choices, mapping: asked.mapping }, timeZone: asked.timeZone });
      }
      const set = await uploadImports([file], { ...asked.choices, mapping: asked.mapping, timeZone: asked.timeZone, accountId });
      const made = set.items[0];
      if (!made) {
        throw new Error(set.failures[0]?.message ?? file.name);
      }
      id.current = made.id;
      return made;
    },
  });
  const { mutate } = preview;
  const asked = JSON.stringify({ mapping, choices, timeZone });
  useEffect(() => {
    if (!isComplete) {
      return;
    }
    const timer = setTimeout(() => { mutate(JSON.parse(asked) as Parameters<typeof mutate>[0]); }, 400);
    return () => { clearTimeout(timer); };
  }, [asked, isComplete, mutate]);
  const leave = () => {
    if (id.current !== null) {
      // What was only tried does not stay behind; where this fails it is listed as not confirmed.
      void api.delete(`/api/journal/imports/${id.current}`).catch(() => undefined);
    }
  };
  return { preview, leave };
}
