import { ApiProblem, Button, Field, Input, Link, Notice, setLanguage, usePlatform, useLocation, useT } from '@aiwendy/sdk';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { calls, keys, nextAddress, type Profile } from './api';
import { EntryFrame } from './EntryFrame';
import { FormProblem } from './FormProblem';
import { PasswordInput } from './PasswordInput';
import { SecondFactorForm } from './SecondFactorForm';
import { canUsePasskeys, signInWithPasskey } from './security/passkeys';

/** Sign-in with e-mail and password, with the second step where there is one, or with a passkey. */
export default function SignInPage() {
  const t = useT();
  const { search } = useLocation();
  const [ticket, setTicket] = useState<string | null>(null);
  const registration = useQuery({ queryKey: keys.registration, queryFn: ({ signal }) => calls.registration(signal) });
  const enter = ({ user }: { user: Profile }) => {
    if (user.language) {
      setLanguage(user.language);
    }
    window.location.assign(nextAddress(search));
  };
  if (ticket) {
    return (
      <EntryFrame title={t('secondFactor.title')} lead={t('secondFactor.lead')}>
        <SecondFactorForm ticket={ticket} onDone={enter} onAgain={() => setTicket(null)} />
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={t('signIn.title')} lead={t('signIn.lead')} footer={<OtherWays registration={registration.data} />}>
      {new URLSearchParams(search).has('sent') && <Notice title={t('signIn.sentTitle')}>{t('signIn.sent')}</Notice>}
      {registration.data?.firstUser && <Notice title={t('signIn.firstUser')}>{t('signIn.firstUserHelp')}</Notice>}
      <PasswordSignIn onDone={enter} onTicket={setTicket} />
      {canUsePasskeys() && <PasskeySignIn onDone={enter} />}
    </EntryFrame>
  );
}

function PasswordSignIn({ onDone, onTicket }: { onDone: (result: { user: Profile }) => void; onTicket: (ticket: string) => void }) {
  const t = useT();
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState<{ email?: boolean; password?: boolean }>({});
  const signIn = useMutation({
    mutationFn: ({ address, secret }: { address: string; secret: string }) => calls.signIn(address, secret),
    onSuccess: onDone,
    onError: (problem) => {
      if (problem instanceof ApiProblem && problem.code === 'second_factor_required') {
        onTicket(String(problem.members['ticket']));
      } else {
        password.current?.select();
      }
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
      <p className="text-center">
        <Link className="text-accent underline" to="/forgot-password">
          {t('signIn.forgot')}
        </Link>
      </p>
    </form>
  );
}

function PasskeySignIn({ onDone }: { onDone: (result: { user: Profile }) => void }) {
  const t = useT();
  const signIn = useMutation({
    mutationFn: signInWithPasskey,
    onSuccess: (result) => {
      if (result) {
        onDone(result);
      }
    },
  });
  return (
    <div className="grid gap-3 border-t border-line pt-4">
      <FormProblem problem={signIn.error} />
      <Button size="large" icon="key" busy={signIn.isPending} onClick={() => signIn.mutate()}>
        {t('signIn.passkey')}
      </Button>
    </div>
  );
}

function OtherWays({ registration }: { registration: { open: boolean; firstUser: boolean } | undefined }) {
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
