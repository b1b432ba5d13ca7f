import { Button, Field, Input, Link, Notice, setLanguage, usePlatform, useLocation, useT } from '@aiwendy/sdk';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { calls, keys, nextAddress } from './api';
import { EntryFrame } from './EntryFrame';
import { FormProblem } from './FormProblem';
import { PasswordInput } from './PasswordInput';

/** Sign-in with e-mail and password. */
export default function SignInPage() {
  const t = useT();
  const { search } = useLocation();
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState<{ email?: boolean; password?: boolean }>({});
  const registration = useQuery({ queryKey: keys.registration, queryFn: ({ signal }) => calls.registration(signal) });
  const signIn = useMutation({
    mutationFn: ({ address, secret }: { address: string; secret: string }) => calls.signIn(address, secret),
    onSuccess: ({ user }) => {
      if (user.language) {
        setLanguage(user.language);
      }
      window.location.assign(nextAddress(search));
    },
    onError: () => {
      password.current?.select();
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const address = email.current?.value.trim() ?? '';
    const secret = password.current?.value ?? '';
    setMissing({ email: !address, password: !secret });
    if (address && secret) {
      signIn.mutate({ address, secret });
    } else {
      (address ? password : email).current?.focus();
    }
  };

  return (
    <EntryFrame title={t('signIn.title')} lead={t('signIn.lead')} footer={<OtherWays registration={registration.data} />}>
      {registration.data?.firstUser && (
        <Notice title={t('signIn.firstUser')}>{t('signIn.firstUserHelp')}</Notice>
      )}
      <form className="grid gap-4" noValidate onSubmit={submit}>
        <FormProblem problem={signIn.error} />
        <Field label={t('email')} error={missing.email ? t('emailMissing') : null}>
          <Input ref={email} type="email" name="email" autoComplete="username" autoFocus inputMode="email" />
        </Field>
        <Field label={t('password')} error={missing.password ? t('passwordMissing') : null}>
          <PasswordInput ref={password} name="password" autoComplete="current-password" />
        </Field>
        <Button type="submit" kind="primary" size="large" busy={signIn.isPending || signIn.isSuccess}>
          {t('signIn.submit')}
        </Button>
      </form>
    </EntryFrame>
  );
}

function OtherWays({ registration }: { registration?: { open: boolean } }) {
  const t = useT();
  const { search } = useLocation();
  const platform = usePlatform();
  return (
    <>
      {registration?.open && (
        <p>
          {t('signIn.noAccount')}{' '}
          <Link className="text-accent underline" to={`/register${search}`}>
            {t('signIn.register')}
          </Link>
        </p>
      )}
      {registration?.open === false && <p>{t('signIn.closed')}</p>}
      {platform.data?.authRequired === false && (
        <p>
          <Link className="text-accent underline" to="/">
            {t('signIn.withoutAccount')}
          </Link>
        </p>
      )}
    </>
  );
}
