import { Button, Card, ErrorState, FileDrop, Notice, Skeleton, toast, useFormat, useT } from '@aiwendy/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { calls, downloadExport, keys } from '../api';
import { FormProblem } from '../FormProblem';
import { PasswordDialog } from '../PasswordDialog';
import { ProviderCard } from './ProviderCard';

/** What a person may ask of his data: take it along, bring it, see who is sent what, have it deleted. */
export default function DataPanel() {
  const profile = useQuery({ queryKey: keys.profile, queryFn: ({ signal }) => calls.profile(signal) });
  if (profile.isPending) {
    return <Skeleton lines={5} />;
  }
  if (profile.isError) {
    return <ErrorState problem={profile.error} onRetry={() => void profile.refetch()} />;
  }
  return (
    <div className="grid gap-3">
      <ExportCard />
      <ImportCard />
      <ProviderCard />
      {!profile.data.isGuest && <DeletionCard dueAt={profile.data.deletionDueAt ?? null} />}
    </div>
  );
}

function ExportCard() {
  const t = useT();
  const download = useMutation({ mutationFn: downloadExport });
  return (
    <Card title={t('data.export')} meta={t('data.exportHelp')}>
      <FormProblem problem={download.error} />
      <Button icon="download" busy={download.isPending} onClick={() => download.mutate()}>
        {t('data.exportButton')}
      </Button>
    </Card>
  );
}

function ImportCard() {
  const t = useT();
  const client = useQueryClient();
  const take = useMutation({ mutationFn: calls.importArchive, onSuccess: () => client.invalidateQueries() });
  return (
    <Card title={t('data.import')} meta={t('data.importHelp')}>
      <div className="grid gap-3">
        <FormProblem problem={take.error} />
        {take.data && <Notice icon="check">{t('data.imported', { added: take.data.added, present: take.data.present })}</Notice>}
        <FileDrop
          title={t('data.importDrop')}
          accept=".zip,application/zip"
          busy={take.isPending}
          onFiles={([file]) => {
            if (file) {
              take.mutate(file);
            }
          }}
        />
      </div>
    </Card>
  );
}

function DeletionCard({ dueAt }: { dueAt: string | null }) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: keys.profile });
  const keep = useMutation({
    mutationFn: calls.cancelDeletion,
    onSuccess: () => {
      toast(t('data.kept'));
      return refresh();
    },
  });
  return (
    <Card title={t('data.delete')} meta={t('data.deleteHelp')}>
      <FormProblem problem={keep.error} />
      {dueAt ? (
        <Notice
          tone="warn"
          title={t('data.due', { when: format.dateTime(dueAt) })}
          actions={
            <Button busy={keep.isPending} onClick={() => keep.mutate()}>
              {t('data.keep')}
            </Button>
          }
        >
          {t('data.dueHelp')}
        </Notice>
      ) : (
        <Button kind="destructive" icon="trash" onClick={() => setAsking(true)}>
          {t('data.deleteButton')}
        </Button>
      )}
      {isAsking && (
        <PasswordDialog
          title={t('data.delete')}
          confirm={t('data.deleteButton')}
          destructive
          run={calls.requestDeletion}
          onDone={() => {
            setAsking(false);
            void refresh();
          }}
          onClose={() => setAsking(false)}
        >
          <p>{t('data.deleteConfirm')}</p>
        </PasswordDialog>
      )}
    </Card>
  );
}
