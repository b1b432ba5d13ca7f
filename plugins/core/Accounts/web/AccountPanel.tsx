import { ButtonLink, ErrorState, Notice, Skeleton, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { calls, keys } from './api';
import { AvatarCard } from './profile/AvatarCard';
import { EmailCard } from './profile/EmailCard';
import { ProfileForm } from './ProfileForm';

/** Settings of the person: profile, picture, address. */
export default function AccountPanel() {
  const profile = useQuery({ queryKey: keys.profile, queryFn: ({ signal }) => calls.profile(signal) });
  if (profile.isPending) {
    return <Skeleton lines={5} />;
  }
  if (profile.isError) {
    return <ErrorState problem={profile.error} onRetry={() => void profile.refetch()} />;
  }
  if (profile.data.isGuest) {
    return <Guest />;
  }
  return (
    <div className="grid gap-3">
      <ProfileForm profile={profile.data} />
      <AvatarCard profile={profile.data} />
      <EmailCard profile={profile.data} />
    </div>
  );
}

function Guest() {
  const t = useT();
  return (
    <Notice
      icon="user"
      title={t('account.guestTitle')}
      actions={
        <>
          <ButtonLink to="/register">{t('account.register')}</ButtonLink>
          <ButtonLink kind="quiet" to="/sign-in">
            {t('account.signIn')}
          </ButtonLink>
        </>
      }
    >
      {t('account.guest')}
    </Notice>
  );
}
