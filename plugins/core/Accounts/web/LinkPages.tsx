import { ApiProblem, Button, ButtonLink, Field, Input, Link, Notice, Skeleton, useLocation, useT } from '@aiwendy/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { calls, keys, linkToken } from './api';
import { EntryFrame } from './EntryFrame';
import { fieldProblem, FormProblem } from './FormProblem';
import { PasswordInput } from './PasswordInput';

/** Where the link of a mail leads that proves an address. */
export function ConfirmEmailPage() {
  const t = useT();
  const { hash } = useLocation();
  const client = useQueryClient();
  const { mutate, ...confirm } = useMutation({
    mutationFn: calls.confirmEmail,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.profile }),
  });
  useEffect(() => {
    mutate(linkToken(hash));
  }, [hash, mutate]);
  return (
    <EntryFrame title={t('confirmEmail.title')} lead={t('confirmEmail.lead')}>
      {confirm.isSuccess && <Notice icon="check">{t('confirmEmail.done')}</Notice>}
      {confirm.isError && <FormProblem problem={confirm.error} />}
      {!confirm.isSuccess && !confirm.isError && <Skeleton lines={2} />}
      <ButtonLink kind="primary" to="/">
        {t('confirmEmail.continue')}
      </ButtonLink>
    </EntryFrame>
  );
}

/** Asks where to send the link for a new password; says the same whether or not there is such an account. */
export function ForgotPasswordPage() {
  const t = useT();
  const [email, setEmail] = useState('');
  const ask = useMutation({ mutationFn: () => calls.forgotPassword(email.trim()) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <EntryFrame title={t('forgot.title')} lead={t('forgot.lead')} footer={<BackToSignIn />}>
      {ask.isSuccess ? (
        <Notice icon="check" title={t('forgot.sentTitle')}>
          {t('forgot.sent')}
        </Notice>
      ) : (
        <form className="grid gap-4" noValidate onSubmit={submit}>
          <FormProblem problem={ask.error} />
          <Field label={t('email')} error={fieldProblem(ask.error, 'email')}>
            <Input type="email" name="email" autoComplete="username" autoFocus inputMode="email" value={email} onChange={(event) => setEmail(event.target.value)} />
          </Field>
          <Button type="submit" kind="primary" size="large" busy={ask.isPending} disabled={!email.trim()}>
            {t('forgot.submit')}
          </Button>
        </form>
      )}
    </EntryFrame>
  );
}

/** Where the link of a mail leads that lets a person choose a new password. */
export function ResetPasswordPage() {
  const t = useT();
  const { hash } = useLocation();
  const [password, setPassword] = useState('');
  const reset = useMutation({ mutationFn: () => calls.resetPassword(linkToken(hash), password) });
  const isOver = reset.error instanceof ApiProblem && reset.error.code === 'link_expired';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reset.mutate();
  };
  return (
    <EntryFrame title={t('reset.title')} lead={t('reset.lead')} footer={<BackToSignIn />}>
      {reset.isSuccess ? (
        <>
          <Notice icon="check">{t('reset.done')}</Notice>
          <ButtonLink kind="primary" to="/sign-in">
            {t('signIn.title')}
          </ButtonLink>
        </>
      ) : (
        <form className="grid gap-4" noValidate onSubmit={submit}>
          <FormProblem problem={reset.error} />
          {isOver ? (
            <ButtonLink to="/forgot-password">{t('reset.another')}</ButtonLink>
          ) : (
            <>
              <Field label={t('passwordForm.new')} help={t('passwordHelp')} error={fieldProblem(reset.error, 'password')}>
                <PasswordInput name="password" autoComplete="new-password" autoFocus value={password} onChange={(event) => setPassword(event.target.value)} />
              </Field>
              <Button type="submit" kind="primary" size="large" busy={reset.isPending} disabled={!password}>
                {t('reset.submit')}
              </Button>
            </>
          )}
        </form>
      )}
    </EntryFrame>
  );
}

function BackToSignIn() {
  const t = useT();
  return (
    <p>
      <Link className="text-accent underline" to="/sign-in">
        {t('forgot.back')}
      </Link>
    </p>
  );
}
