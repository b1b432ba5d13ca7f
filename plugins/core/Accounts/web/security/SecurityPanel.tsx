import { ErrorState, Notice, Skeleton, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { calls, keys } from '../api';
import { PasswordForm } from '../PasswordForm';
import { SessionList } from '../SessionList';
import { PasskeyCard } from './PasskeyCard';
import { TokenCard } from './TokenCard';
import { TwoFactorCard } from './TwoFactorCard';

/** Settings of how a person proves who he is: password, second step, passkeys, sessions, tokens. */
export default function SecurityPanel() {
  const t = useT();
  const profile = useQuery({ queryKey: keys.profile, queryFn: ({ signal }) => calls.profile(signal) });
  if (profile.isPending) {
    return <Skeleton lines={5} />;
  }
  if (profile.isError) {
    return <ErrorState problem={profile.error} onRetry={() => void profile.refetch()} />;
  }
  if (profile.data.isGuest) {
    return <Notice icon="user">{t('security.guest')}</Notice>;
  }
  return (
    <div className="grid gap-3">
      <PasswordForm email={profile.data.email ?? ''} />
      <TwoFactorCard />
      <PasskeyCard />
      <SessionList />
      <TokenCard />
    </div>
  );
}
