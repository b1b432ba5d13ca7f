import { Button, Dialog, Field, useT } from '@aiwendy/sdk';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { fieldProblem, FormProblem } from './FormProblem';
import { PasswordInput } from './PasswordInput';

interface Props<Result> {
  title: string;
  confirm: string;
  destructive?: boolean;
  /** What else the dialog asks or says; a function is told why the server refused, to say it at its field. */
  children?: ReactNode | ((problem: unknown) => ReactNode);
  run: (password: string) => Promise<Result>;
  onDone: (result: Result) => void;
  onClose: () => void;
}

/** Asks for the password once more, before something that a borrowed browser must not do. */
export function PasswordDialog<Result>({ title, confirm, destructive, children, run, onDone, onClose }: Props<Result>) {
  const t = useT();
  const kit = useT('kit');
  const [password, setPassword] = useState('');
  const work = useMutation({ mutationFn: () => run(password), onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    work.mutate();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {kit('cancel')}
          </Button>
          <Button type="submit" form="aw-password-proof" kind={destructive ? 'destructive-filled' : 'primary'} busy={work.isPending} disabled={!password}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id="aw-password-proof" className="grid gap-4" noValidate onSubmit={submit}>
        {typeof children === 'function' ? children(work.error) : children}
        <FormProblem problem={work.error} />
        <Field label={t('yourPassword')} error={fieldProblem(work.error, 'password')}>
          <PasswordInput name="password" autoComplete="current-password" autoFocus value={password} onChange={(event) => setPassword(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
