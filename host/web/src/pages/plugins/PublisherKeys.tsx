import { Badge, Button, Card, Dialog, EmptyState, ErrorState, Field, Icon, Input, problemText, Skeleton, Textarea, toast, useT } from '@aiwendy/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { calls, publisherKeysKey, type PublisherKey } from './pluginApi';
import { adminTexts } from './texts';

/** The publishers whose packages install without further questions. */
export function PublisherKeys() {
  const t = useT(adminTexts);
  const kit = useT('kit');
  const client = useQueryClient();
  const [isAdding, setAdding] = useState(false);
  const keys = useQuery({ queryKey: publisherKeysKey, queryFn: ({ signal }) => calls.keys(signal) });
  const change = useMutation({
    mutationFn: ({ key, forget }: { key: PublisherKey; forget: boolean }) => (forget ? calls.removeKey(key.keyId) : calls.saveKey({ ...key, revoked: true })),
    onError: (error) => {
      toast(problemText(error, kit), { kind: 'error' });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['admin'] }),
  });
  return (
    <Card title={t('keys.title')} flush action={<Button size="small" icon="plus" onClick={() => { setAdding(true); }}>{t('keys.add')}</Button>}>
      {keys.isPending && <Skeleton lines={2} />}
      {keys.isError && <ErrorState problem={keys.error} onRetry={() => void keys.refetch()} />}
      {keys.isSuccess && keys.data.items.length === 0 && <EmptyState icon="key">{t('keys.none')}</EmptyState>}
      {keys.isSuccess && keys.data.items.length > 0 && <p className="ad-help">{t('keys.help')}</p>}
      {keys.isSuccess && keys.data.items.length > 0 && (
        <ul className="ad-rows">
          {keys.data.items.map((key) => (
            <li key={key.keyId}>
              <Icon name="key" />
              <div className="ad-grow">
                <div className="ad-lead">
                  <b>{key.publisher}</b>
                  {key.revoked && <Badge tone="danger" icon="error">{t('keys.revoked')}</Badge>}
                </div>
                <code>{key.keyId}</code>
              </div>
              {!key.revoked && (
                <Button size="small" kind="quiet" aria-label={t('keys.revokeNamed', { id: key.keyId })} onClick={() => { change.mutate({ key, forget: false }); }}>
                  {t('keys.revoke')}
                </Button>
              )}
              <Button size="small" kind="quiet" aria-label={t('keys.removeNamed', { id: key.keyId })} onClick={() => { change.mutate({ key, forget: true }); }}>
                {t('keys.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {isAdding && <AddKey onClose={() => { setAdding(false); }} />}
    </Card>
  );
}

function AddKey({ onClose }: { onClose: () => void }) {
  const t = useT(adminTexts);
  const kit = useT('kit');
  const client = useQueryClient();
  const [key, setKey] = useState<PublisherKey>({ keyId: '', publisher: '', publicKey: '', revoked: false });
  const save = useMutation({
    mutationFn: () => calls.saveKey(key),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['admin'] });
      onClose();
    },
  });
  const isFull = key.keyId.trim() !== '' && key.publisher.trim() !== '' && key.publicKey.trim() !== '';
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('keys.add')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button kind="primary" busy={save.isPending} disabled={!isFull} onClick={() => { save.mutate(); }}>
            {t('keys.save')}
          </Button>
        </>
      }
    >
      <p>{t('keys.compare')}</p>
      <div className="ad-fields">
        <Field label={t('keys.publisher')}>
          <Input value={key.publisher} onChange={(event) => { setKey({ ...key, publisher: event.target.value }); }} />
        </Field>
        <Field label={t('keys.id')}>
          <Input value={key.keyId} spellCheck={false} onChange={(event) => { setKey({ ...key, keyId: event.target.value }); }} />
        </Field>
        <Field label={t('keys.publicKey')} error={save.isError ? problemText(save.error, kit) : null}>
          <Textarea rows={5} className="aw-mono" spellCheck={false} value={key.publicKey} onChange={(event) => { setKey({ ...key, publicKey: event.target.value }); }} />
        </Field>
      </div>
    </Dialog>
  );
}
