import { ApiProblem, Button, Field, Input, useT } from '@aiwendy/sdk';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { calls, type Profile } from './api';
import { fieldProblem, FormProblem } from './FormProblem';

interface Props {
  ticket: string;
  onDone: (result: { user: Profile }) => void;
  onAgain: () => void;
}

/** The second step: a code of the app, or a recovery code in its place. */
export function SecondFactorForm({ ticket, onDone, onAgain }: Props) {
  const t = useT();
  const [isRecovery, setRecovery] = useState(false);
  const [code, setCode] = useState('');
  const signIn = useMutation({
    mutationFn: () => calls.secondFactor(ticket, isRecovery ? '' : code, isRecovery ? code : ''),
    onSuccess: onDone,
    onError: () => setCode(''),
  });
  const isOver = signIn.error instanceof ApiProblem && signIn.error.code === 'sign_in_expired';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate();
  };
  return (
    <form className="grid gap-4" noValidate onSubmit={submit}>
      <FormProblem problem={signIn.error} />
      <Field label={t(isRecovery ? 'secondFactor.recoveryCode' : 'secondFactor.code')} error={fieldProblem(signIn.error, 'code')}>
        <Input
          key={String(isRecovery)}
          name="code"
          autoFocus
          autoComplete="one-time-code"
          inputMode={isRecovery ? 'text' : 'numeric'}
          maxLength={isRecovery ? 20 : 8}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </Field>
      {isOver ? (
        <Button kind="primary" size="large" onClick={onAgain}>
          {t('secondFactor.again')}
        </Button>
      ) : (
        <Button type="submit" kind="primary" size="large" busy={signIn.isPending || signIn.isSuccess} disabled={!code.trim()}>
          {t('signIn.submit')}
        </Button>
      )}
      <Button
        kind="quiet"
        onClick={() => {
          setRecovery(!isRecovery);
          setCode('');
        }}
      >
        {t(isRecovery ? 'secondFactor.useApp' : 'secondFactor.useRecovery')}
      </Button>
    </form>
  );
}
