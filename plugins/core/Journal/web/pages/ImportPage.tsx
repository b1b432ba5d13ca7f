import { api, Button, ButtonLink, Card, ErrorState, Field, FileDrop, Notice, PageHead, problemText, Select, Stepper, toast, toProblem, useNavigate, useSearchParams, useT } from '@aiwendy/sdk';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ImportHistory } from '../parts/ImportHistory';
import { ImportPreview } from '../parts/ImportPreview';
import { useRefreshJournal } from '../parts/useJournal';
import { timeZones, defaultTimeZone } from '../parts/timeZones';
import { acceptedFiles, isUnknownFormat, uploadImports, type ImportSet } from '../imports';
import { ImportSetCard } from '../parts/imports/ImportSetCard';
import { MappingList } from '../parts/imports/MappingList';
import { MappingStep } from '../parts/imports/MappingStep';
import { ReadAgain } from '../parts/imports/ReadAgain';
import { journalKey, listAccounts, type Import } from '../journal';

/** Drop a file, look at what it says row by row, and only then let it count. */
export default function ImportPage() {
  const t = useT();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const importId = search.get('id');
  const [choices, setChoices] = useState({ accountId: '', timeZone: defaultTimeZone() });
  const [files, setFiles] = useState<readonly File[]>([]);
  const [set, setSet] = useState<ImportSet | null>(null);
  const [mapped, setMapped] = useState<File | null>(null);
  const refresh = useRefreshJournal();

  const preview = useQuery({ queryKey: [journalKey, 'import', importId], queryFn: ({ signal }) => api.get<Import>(`/api/journal/imports/${encodeURIComponent(importId ?? '')}`, { signal }), enabled: importId !== null });
  const upload = useMutation({
    mutationFn: (chosen: readonly File[]) => uploadImports(chosen, choices),
    onSuccess: async (made) => {
      await refresh();
      const only = made.items.length === 1 && made.failures.length === 0 ? made.items[0] : undefined;
      setSet(only ? null : made);
      if (only) {
        setSearch({ id: only.id });
      }
    },
  });
  const commitAll = useMutation({
    mutationFn: async (ids: string[]) => {
      for (const id of ids) {
        await api.post<Import>(`/api/journal/imports/${id}/commit`);
      }
    },
    onSettled: refresh,
    onSuccess: () => {
      setSet(null);
      toast(t('import.committed'));
      void navigate('/');
    },
    onError: (error) => { toast(toProblem(error).message, { kind: 'error' }); },
  });
  const undo = useMutation({
    mutationFn: (id: string) => api.post<Import>(`/api/journal/imports/${id}/undo`),
    onSuccess: async () => {
      await refresh();
      toast(t('import.undone'));
    },
    onError: (error) => { toast(toProblem(error).message, { kind: 'error' }); },
  });
  const discard = useMutation({
    mutationFn: (id: string) => api.delete(`/api/journal/imports/${id}`),
    onSuccess: async () => {
      await refresh();
      toast(t('history.discarded'));
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

  const send = (chosen: readonly File[]) => {
    setFiles(chosen);
    setSet(null);
    upload.mutate(chosen);
  };
  const startOver = () => {
    setMapped(null);
    setSearch({});
  };
  const unknown = files.length === 1 && isUnknownFormat(upload.error) ? files[0] : undefined;
  const steps = [t('import.step.file'), t('import.step.check'), t('import.step.done')];
  return (
    <>
      <PageHead title={t('import.title')}>{t('import.lead')}</PageHead>
      <Stepper label={t('import.title')} steps={steps} current={importId ? (preview.data?.committed ? 2 : 1) : mapped ? 1 : 0} onGo={startOver} />
      {importId === null && mapped ? (
        <MappingStep file={mapped} accountId={choices.accountId} timeZone={choices.timeZone} onBack={startOver} onDone={(made) => { setMapped(null); void refresh(); setSearch({ id: made.id }); }} />
      ) : importId === null ? (
        <>
          <Card className="mt-3">
            <ImportChoices choices={choices} onChange={setChoices} />
            <FileDrop multiple title={t('wizard.dropMany')} accept={acceptedFiles} busy={upload.isPending} onFiles={send}>{t('wizard.kinds')}</FileDrop>
            {upload.isError && !unknown ? <ErrorState problem={upload.error} onRetry={() => { send(files); }} /> : null}
            {unknown ? (
              <div className="mt-3" role="alert">
                <Notice icon="file" title={t('wizard.unknownTitle', { name: unknown.name })} actions={<Button kind="primary" onClick={() => { upload.reset(); setMapped(unknown); }}>{t('wizard.map')}</Button>}>
                  {t('wizard.unknown')} <span className="mt-1 block text-12 text-text-3">{problemText(upload.error, t)}</span>
                </Notice>
              </div>
            ) : null}
          </Card>
          {set ? <ImportSetCard set={set} busy={commitAll.isPending} onOpen={(made) => { setSearch({ id: made.id }); }} canMap={(name) => files.some((file) => file.name === name)} onMap={(name) => { setMapped(files.find((file) => file.name === name) ?? null); }} onCommit={(ids) => { commitAll.mutate(ids); }} /> : null}
          <ImportHistory onUndo={(id) => { undo.mutate(id); }} onDiscard={(id) => { discard.mutate(id); }} onOpen={(id) => { setSearch({ id }); }} />
          <MappingList />
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
              <Button onClick={startOver}>{t('import.other')}</Button>
              <Button kind="primary" icon="check" busy={commit.isPending} disabled={made.executions === 0 || made.state === 'undone'} onClick={() => { commit.mutate(made.id); }}>{t('import.commit', { count: made.executions })}</Button>
            </>
          )}
          problem={commit.error}
          options={(made) => (made.state === 'preview' ? <ReadAgain key={made.id} made={made} /> : null)}
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
