import { api, Button, ButtonLink, Card, ErrorState, Field, FileDrop, PageHead, Select, Stepper, toast, toProblem, useNavigate, useSearchParams, useT } from '@aiwendy/sdk';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ImportHistory } from '../parts/ImportHistory';
import { ImportPreview } from '../parts/ImportPreview';
import { useRefreshJournal } from '../parts/useJournal';
import { timeZones, defaultTimeZone } from '../parts/timeZones';
import { journalKey, listAccounts, uploadImport, type Import } from '../journal';

/** Drop a file, look at what it says row by row, and only then let it count. */
export default function ImportPage() {
  const t = useT();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const importId = search.get('id');
  const [choices, setChoices] = useState({ accountId: '', timeZone: defaultTimeZone() });
  const [lastFile, setLastFile] = useState<File | null>(null);
  const refresh = useRefreshJournal();

  const preview = useQuery({ queryKey: [journalKey, 'import', importId], queryFn: ({ signal }) => api.get<Import>(`/api/journal/imports/${encodeURIComponent(importId ?? '')}`, { signal }), enabled: importId !== null });
  const upload = useMutation({
    mutationFn: (file: File) => uploadImport(file, choices),
    onSuccess: async (made) => {
      await refresh();
      setSearch({ id: made.id });
    },
  });
  const undo = useMutation({
    mutationFn: (id: string) => api.post<Import>(`/api/journal/imports/${id}/undo`),
    onSuccess: async () => {
      await refresh();
      toast(t('import.undone'));
    },
    onError: (error) => { toast(toProblem(error).message, { kind: 'error' }); },
  });
  const commit = useMutation({
    mutationFn: (id: string) => api.post<Import>(`/api/journal/imports/${id}/commit`),
    onSuccess: async (made) => {
      await refresh();
      toast(t('import.committed'), { action: { label: t('undo'), run: () => { undo.mutate(made.id); } } });
      void navigate('/');
    },
  });

  const send = (file: File | undefined) => {
    if (file) {
      setLastFile(file);
      upload.mutate(file);
    }
  };
  const steps = [t('import.step.file'), t('import.step.check'), t('import.step.done')];
  return (
    <>
      <PageHead title={t('import.title')}>{t('import.lead')}</PageHead>
      <Stepper label={t('import.title')} steps={steps} current={importId ? (preview.data?.committed ? 2 : 1) : 0} onGo={() => { setSearch({}); }} />
      {importId === null ? (
        <>
          <Card className="mt-3">
            <ImportChoices choices={choices} onChange={setChoices} />
            <FileDrop title={t('import.drop')} accept=".csv,.txt,.tsv" busy={upload.isPending} onFiles={([file]) => { send(file); }}>{t('import.nothingSaved')}</FileDrop>
            {upload.isError ? <ErrorState problem={upload.error} onRetry={lastFile ? () => { send(lastFile); } : undefined} /> : null}
          </Card>
          <ImportHistory onUndo={(id) => { undo.mutate(id); }} onOpen={(id) => { setSearch({ id }); }} />
        </>
      ) : (
        <ImportPreview
          query={preview}
          actions={(made) => made.committed ? (
            <>
              <Button icon="undo" kind="destructive" busy={undo.isPending} onClick={() => { undo.mutate(made.id); }}>{t('import.undo')}</Button>
              <ButtonLink kind="primary" to="/">{t('import.toDashboard')}</ButtonLink>
            </>
          ) : (
            <>
              <Button onClick={() => { setSearch({}); }}>{t('import.other')}</Button>
              <Button kind="primary" icon="check" busy={commit.isPending} disabled={made.executions === 0 || made.state === 'undone'} onClick={() => { commit.mutate(made.id); }}>{t('import.commit', { count: made.executions })}</Button>
            </>
          )}
          problem={commit.error}
        />
      )}
    </>
  );
}

function ImportChoices({ choices, onChange }: { choices: { accountId: string; timeZone: string }; onChange: (choices: { accountId: string; timeZone: string }) => void }) {
  const t = useT();
  const accounts = useQuery({ queryKey: [journalKey, 'accounts'], queryFn: ({ signal }) => listAccounts(signal) });
  const own = accounts.data?.filter((account) => !account.isSample) ?? [];
  return (
    <div className="mb-3 grid gap-3 md:grid-cols-2">
      <Field label={t('import.account')} help={t('import.accountHelp')}>
        <Select wide value={choices.accountId} onChange={(accountId) => { onChange({ ...choices, accountId }); }} options={[{ value: '', label: t('import.accountFromFile') }, ...own.map((account) => ({ value: account.id, label: `${account.name} (${account.currency})` }))]} />
      </Field>
      <Field label={t('import.zone')} help={t('import.zoneHelp')}>
        <Select wide value={choices.timeZone} onChange={(timeZone) => { onChange({ ...choices, timeZone }); }} options={timeZones().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))} />
      </Field>
    </div>
  );
}
