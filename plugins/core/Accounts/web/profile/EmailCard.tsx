import { Badge, Button, Card, Field, Input, toast, useT } from '@aiwendy/sdk';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { calls, type Profile } from '../api';
import { fieldProblem, FormProblem } from '../FormProblem';
import { PasswordDialog } from '../PasswordDialog';

/** The person's address: whether it is confirmed, and how to move to another one. */
export function EmailCard({ profile }: { profile: Profile }) {
  const t = useT();
  const [isChanging, setChanging] = useState(false);
  const [email, setEmail] = useState('');
  const resend = useMutation({ mutationFn: calls.resendConfirmation, onSuccess: () => toast(t('emailCard.sent')) });
  return (
    <Card title={t('email')}>
      <FormProblem problem={resend.error} />
      <div className="flex flex-wrap items-center gap-3">
        <span className="min-w-0 flex-1 break-all">
          {profile.email}{' '}
          {profile.emailConfirmed ? <Badge tone="ok" icon="check">{t('emailCard.confirmed')}</Badge> : <Badge tone="warn" icon="warning">{t('emailCard.unconfirmed')}</Badge>}
        </span>
        {!profile.emailConfirmed && (
          <Button busy={resend.isPending} onClick={() => resend.mutate()}>
            {t('emailCard.resend')}
          </Button>
        )}
        <Button onClick={() => setChanging(true)}>{t('emailCard.change')}</Button>
      </div>
      {isChanging && (
        <PasswordDialog
          title={t('emailCard.change')}
          confirm={t('emailCard.send')}
          run={(password) => calls.changeEmail(email.trim(), password)}
          onDone={() => {
            setChanging(false);
            toast(t('emailCard.sentTo', { email: email.trim() }));
          }}
          onClose={() => setChanging(false)}
        >
          {(problem) => (
            <Field label={t('emailCard.new')} error={fieldProblem(problem, 'email')}>
              <Input type="email" name="new-email" autoComplete="email" inputMode="email" value={email} onChange={(event) => setEmail(event.target.value)} />
            </Field>
          )}
        </PasswordDialog>
      )}
    </Card>
  );
}
