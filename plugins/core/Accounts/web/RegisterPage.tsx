import { Button, Field, Input, Link, Notice, useLanguage, useLocation, useT } from '@aiwendy/sdk';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { calls, keys, linkToken, nextAddress } from './api';
import { EntryFrame } from './EntryFrame';
import { fieldProblem, FormProblem } from './FormProblem';
import { PasswordInput } from './PasswordInput';

/** Registration; the first account owns the installation. */
export default function RegisterPage() {
  const t = useT();
  const { search, hash } = useLocation();
  const invitation = linkToken(hash);
  const registration = useQuery({ queryKey: keys.registration, queryFn: ({ signal }) => calls.registration(signal) });
  const isClosed = registration.data?.open === false && !(invitation && registration.data.byInvitation);
  const lead = invitation ? t('register.leadInvited') : (registration.data?.firstUser ? t('register.leadFirst') : t('register.lead'));
  return (
    <EntryFrame
      title={t('register.title')}
      lead={lead}
      footer={
        <p>
          {t('register.haveAccount')}{' '}
          <Link className="text-accent underline" to={`/sign-in${search}`}>
            {t('register.signIn')}
          </Link>
        </p>
      }
    >
      {isClosed ? <Notice title={t('register.closedTitle')}>{t('register.closed')}</Notice> : <RegisterForm search={search} invitation={invitation} />}
    </EntryFrame>
  );
}

function RegisterForm({ search, invitation }: { search: string; invitation: string }) {
  const t = useT();
  const language = useLanguage();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [displayName, setDisplayName] = useState('');
  const register = useMutation({
    mutationFn: () => calls.register({ email: email.trim(), password, displayName, language, ...(invitation ? { invitation } : {}) }),
    // No account in the answer: the link from the mail goes on, and so it is for an address that already has one.
    onSuccess: (registered) => {
      window.location.assign(registered ? nextAddress(search) : `/sign-in?sent=1&next=${encodeURIComponent(nextAddress(search))}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    register.mutate();
  };
  return (
    <form className="grid gap-4" noValidate onSubmit={submit}>
      <FormProblem problem={register.error} />
      <Field label={t('email')} error={fieldProblem(register.error, 'email')}>
        <Input type="email" name="email" autoComplete="username" autoFocus inputMode="email" value={email} onChange={(event) => setEmail(event.target.value)} />
      </Field>
      <Field label={t('password')} help={t('passwordHelp')} error={fieldProblem(register.error, 'password')}>
        <PasswordInput name="password" autoComplete="new-password" value={password} onChange={(event) => setPassword(event.target.value)} />
      </Field>
      <Field label={t('register.name')} optional error={fieldProblem(register.error, 'displayName')}>
        <Input name="name" autoComplete="nickname" maxLength={80} value={displayName} onChange={(event) => setDisplayName(event.target.value)} />
      </Field>
      <Button type="submit" kind="primary" size="large" busy={register.isPending || register.isSuccess}>
        {t('register.submit')}
      </Button>
    </form>
  );
}
