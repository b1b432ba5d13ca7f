import { Button, Card, ConfirmDialog, ErrorState, Field, Input, Skeleton, toast, useFormat, useT } from '@aiwendy/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '../api';
import { describeAgent } from '../describeAgent';
import { fieldProblem, FormProblem } from '../FormProblem';
import { PasswordDialog } from '../PasswordDialog';
import { security, type PasskeyInfo } from './api';
import { canUsePasskeys, createPasskey } from './passkeys';

/** The passkeys of a person. */
export function PasskeyCard() {
  const t = useT();
  const client = useQueryClient();
  const passkeys = useQuery({ queryKey: keys.passkeys, queryFn: ({ signal }) => security.passkeys(signal) });
  const [isAdding, setAdding] = useState(false);
  const [doomed, setDoomed] = useState<PasskeyInfo | null>(null);
  const remove = useMutation({
    mutationFn: security.removePasskey,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.passkeys }),
    onSettled: () => setDoomed(null),
  });
  return (
    <Card title={t('passkeys.title')} meta={t('passkeys.help')}>
      <FormProblem problem={remove.error} />
      {passkeys.isPending && <Skeleton lines={2} />}
      {passkeys.isError && <ErrorState problem={passkeys.error} onRetry={() => void passkeys.refetch()} />}
      {passkeys.data && <PasskeyList items={passkeys.data.items} onRemove={setDoomed} />}
      {canUsePasskeys() ? (
        <div className="mt-3">
          <Button icon="plus" onClick={() => setAdding(true)}>
            {t('passkeys.add')}
          </Button>
        </div>
      ) : (
        <p className="text-12 text-text-3">{t('passkeys.unavailable')}</p>
      )}
      {isAdding && <AddPasskey onClose={() => setAdding(false)} />}
      <ConfirmDialog
        open={doomed !== null}
        title={t('passkeys.removeNamed', { name: doomed?.name ?? '' })}
        confirm={t('passkeys.remove')}
        busy={remove.isPending}
        onConfirm={() => {
          if (doomed) {
            remove.mutate(doomed.id);
          }
        }}
        onClose={() => setDoomed(null)}
      >
        {t('passkeys.removeHelp')}
      </ConfirmDialog>
    </Card>
  );
}

function PasskeyList({ items, onRemove }: { items: readonly PasskeyInfo[]; onRemove: (passkey: PasskeyInfo) => void }) {
  const t = useT();
  const format = useFormat();
  if (items.length === 0) {
    return <p className="text-text-2">{t('passkeys.none')}</p>;
  }
  return (
    <ul className="grid">
      {items.map((passkey) => (
        <li key={passkey.id} className="flex flex-wrap items-center gap-3 border-t border-line py-2 first:border-t-0">
          <div className="min-w-0 flex-1">
            <span className="font-semibold">{passkey.name}</span>
            <div className="text-12 text-text-3">
              {t('created', { when: format.date(passkey.createdAt, { year: true }) })}
              {passkey.lastUsedAt && ` · ${t('lastUsed', { when: format.dateTime(passkey.lastUsedAt, { year: true }) })}`}
            </div>
          </div>
          <Button size="small" kind="destructive" aria-label={t('passkeys.removeNamed', { name: passkey.name })} onClick={() => onRemove(passkey)}>
            {t('passkeys.remove')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function AddPasskey({ onClose }: { onClose: () => void }) {
  const t = useT();
  const client = useQueryClient();
  const agent = describeAgent(navigator.userAgent);
  const [name, setName] = useState(agent.system ?? agent.browser ?? '');
  return (
    <PasswordDialog
      title={t('passkeys.add')}
      confirm={t('continue')}
      run={(password) => createPasskey(password, name)}
      onDone={(made) => {
        onClose();
        if (made) {
          toast(t('passkeys.added'));
          void client.invalidateQueries({ queryKey: keys.passkeys });
        }
      }}
      onClose={onClose}
    >
      {(problem) => (
        <Field label={t('passkeys.name')} error={fieldProblem(problem, 'name')}>
          <Input name="passkey-name" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
      )}
    </PasswordDialog>
  );
}
