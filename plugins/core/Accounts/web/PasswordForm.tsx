import { Button, Card, Field, toast, useT } from '@aiwendy/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { calls, keys } from './api';
import { fieldProblem, FormProblem } from './FormProblem';
import { PasswordInput } from './PasswordInput';

/** A new password against the current one; other sessions end. */
export function PasswordForm({ email }: { email: string }) {
  const t = useT();
  const client = useQueryClient();
  const [current, setCurrent] = useState('');
  const [replacement, setReplacement] = useState('');
  const change = useMutation({
    mutationFn: () => calls.changePassword(current, replacement),
    onSuccess: () => {
      setCurrent('');
      setReplacement('');
      toast(t('passwordForm.changed'));
      void client.invalidateQueries({ queryKey: keys.sessions });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <Card title={t('passwordForm.title')}>
      <form className="grid max-w-[440px] gap-4" noValidate onSubmit={submit}>
        <FormProblem problem={change.error} />
        {/* Tells password stores whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <Field label={t('passwordForm.current')} error={fieldProblem(change.error, 'current')}>
          <PasswordInput name="current" autoComplete="current-password" value={current} onChange={(event) => setCurrent(event.target.value)} />
        </Field>
        <Field label={t('passwordForm.new')} help={t('passwordHelp')} error={fieldProblem(change.error, 'new')}>
          <PasswordInput name="new" autoComplete="new-password" value={replacement} onChange={(event) => setReplacement(event.target.value)} />
        </Field>
        <div>
          <Button type="submit" busy={change.isPending} disabled={!current || !replacement}>
            {t('passwordForm.submit')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
