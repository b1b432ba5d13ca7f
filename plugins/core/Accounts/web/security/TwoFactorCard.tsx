import { Badge, Button, Card, ErrorState, Skeleton, toast, useFormat, useT } from '@aiwendy/sdk';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '../api';
import { PasswordDialog } from '../PasswordDialog';
import { security } from './api';
import { RecoveryCodes } from './RecoveryCodes';
import { TwoFactorSetup } from './TwoFactorSetup';

type Step = { kind: 'none' | 'begin' | 'disable' | 'renew' } | { kind: 'setup'; secret: string; uri: string } | { kind: 'codes'; codes: string[] };

/** The authenticator app of a person, and the codes that stand in for it. */
export function TwoFactorCard() {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const state = useQuery({ queryKey: keys.twoFactor, queryFn: ({ signal }) => security.twoFactor(signal) });
  const [step, setStep] = useState<Step>({ kind: 'none' });
  const close = () => setStep({ kind: 'none' });
  const show = ({ codes }: { codes: string[] }) => {
    setStep({ kind: 'codes', codes });
    void client.invalidateQueries({ queryKey: keys.twoFactor });
  };
  return (
    <Card title={t('twoFactor.title')} meta={t('twoFactor.help')}>
      {state.isPending && <Skeleton lines={2} />}
      {state.isError && <ErrorState problem={state.error} onRetry={() => void state.refetch()} />}
      {state.data && (
        <div className="flex flex-wrap items-center gap-3">
          <div className="min-w-0 flex-1">
            {state.data.enabled ? <Badge tone="ok" icon="check">{t('twoFactor.on')}</Badge> : <Badge>{t('twoFactor.off')}</Badge>}
            {state.data.enabled && (
              <div className="text-12 text-text-3">
                {[state.data.since && t('twoFactor.since', { when: format.date(state.data.since, { year: true }) }), t('twoFactor.codesLeft', { count: state.data.recoveryCodes })]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            )}
          </div>
          {state.data.enabled ? (
            <>
              <Button onClick={() => setStep({ kind: 'renew' })}>{t('twoFactor.renew')}</Button>
              <Button kind="destructive" onClick={() => setStep({ kind: 'disable' })}>
                {t('twoFactor.disable')}
              </Button>
            </>
          ) : (
            <Button onClick={() => setStep({ kind: 'begin' })}>{t('twoFactor.enable')}</Button>
          )}
        </div>
      )}
      {step.kind === 'begin' && (
        <PasswordDialog title={t('twoFactor.enable')} confirm={t('continue')} run={security.setUp} onDone={(made) => setStep({ kind: 'setup', ...made })} onClose={close} />
      )}
      {step.kind === 'setup' && <TwoFactorSetup secret={step.secret} uri={step.uri} onDone={show} onClose={close} />}
      {step.kind === 'renew' && <PasswordDialog title={t('twoFactor.renew')} confirm={t('continue')} run={security.renewCodes} onDone={show} onClose={close} />}
      {step.kind === 'disable' && (
        <PasswordDialog
          title={t('twoFactor.disable')}
          confirm={t('twoFactor.disable')}
          destructive
          run={security.disable}
          onDone={() => {
            close();
            toast(t('twoFactor.disabled'));
            void client.invalidateQueries({ queryKey: keys.twoFactor });
          }}
          onClose={close}
        >
          <p>{t('twoFactor.disableHelp')}</p>
        </PasswordDialog>
      )}
      {step.kind === 'codes' && <RecoveryCodes codes={step.codes} onClose={close} />}
    </Card>
  );
}
