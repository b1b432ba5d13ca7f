import { Button, Checkbox, Dialog, Field, Input, Notice, Select, toast, useT } from '@aiwendy/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { keys } from '../api';
import { fieldProblem, FormProblem } from '../FormProblem';
import { security } from './api';

const lifetimes = ['7', '30', '90', '365', ''] as const;

/** Makes a token and shows it this one time. */
export function TokenDialog({ scopes, onClose }: { scopes: readonly { key: string; description: string }[]; onClose: () => void }) {
  const t = useT();
  const kit = useT('kit');
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const create = useMutation({
    mutationFn: () =>
      security.createToken({ name, scopes: [...chosen], expiresAt: days ? new Date(Date.now() + Number(days) * 86_400_000).toISOString() : null }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.tokens }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  if (create.data) {
    return <TokenShown secret={create.data.secret} onClose={onClose} />;
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('tokens.add')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {kit('cancel')}
          </Button>
          <Button type="submit" form="aw-token" kind="primary" busy={create.isPending} disabled={!name.trim() || chosen.length === 0}>
            {t('tokens.create')}
          </Button>
        </>
      }
    >
      <form id="aw-token" className="grid gap-4" noValidate onSubmit={submit}>
        <FormProblem problem={create.error} />
        <Field label={t('tokens.name')} error={fieldProblem(create.error, 'name')}>
          <Input name="token-name" autoFocus maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={t('tokens.lifetime')} error={fieldProblem(create.error, 'expiresAt')}>
          <Select wide value={days} onChange={setDays} options={lifetimes.map((value) => ({ value, label: value ? t('tokens.days', { count: Number(value) }) : t('tokens.never') }))} />
        </Field>
        <fieldset className="grid gap-2">
          <legend className="aw-field-label mb-1">{t('tokens.scopes')}</legend>
          {scopes.map((scope) => (
            <Checkbox
              key={scope.key}
              label={scope.description}
              checked={chosen.includes(scope.key)}
              onChange={(event) => setChosen(event.target.checked ? [...chosen, scope.key] : chosen.filter((key) => key !== scope.key))}
            />
          ))}
        </fieldset>
      </form>
    </Dialog>
  );
}

function TokenShown({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useT();
  const copy = () => {
    void navigator.clipboard.writeText(secret).then(() => toast(t('copied')));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('tokens.created')}
      footer={
        <>
          <Button icon="copy" onClick={copy}>
            {t('copy')}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {t('done')}
          </Button>
        </>
      }
    >
      <Notice tone="warn">{t('tokens.once')}</Notice>
      <code className="mt-3 block break-all font-mono" data-testid="token-secret">
        {secret}
      </code>
    </Dialog>
  );
}
