import { Button, Dialog, Field, Input, useT } from '@aiwendy/sdk';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { fieldProblem, FormProblem } from '../FormProblem';
import { security } from './api';
import { QrCode } from './QrCode';

interface Props {
  secret: string;
  uri: string;
  onDone: (result: { codes: string[] }) => void;
  onClose: () => void;
}

/** Shows the secret for the app and waits for the first right code. */
export function TwoFactorSetup({ secret, uri, onDone, onClose }: Props) {
  const t = useT();
  const kit = useT('kit');
  const [code, setCode] = useState('');
  const confirm = useMutation({ mutationFn: () => security.confirm(code), onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('twoFactor.setupTitle')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {kit('cancel')}
          </Button>
          <Button type="submit" form="aw-two-factor" kind="primary" busy={confirm.isPending} disabled={code.trim().length < 6}>
            {t('twoFactor.turnOn')}
          </Button>
        </>
      }
    >
      <form id="aw-two-factor" className="grid gap-4" noValidate onSubmit={submit}>
        <p>{t('twoFactor.scan')}</p>
        <QrCode text={uri} label={t('twoFactor.qr')} />
        <p className="text-text-2">
          {t('twoFactor.type')}
          <code className="block break-all font-mono" data-testid="totp-secret">
            {secret.match(/.{1,4}/g)?.join(' ')}
          </code>
        </p>
        <FormProblem problem={confirm.error} />
        <Field label={t('secondFactor.code')} error={fieldProblem(confirm.error, 'code')}>
          <Input name="code" autoFocus autoComplete="one-time-code" inputMode="numeric" maxLength={8} value={code} onChange={(event) => setCode(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
