import { Button, Card, PersonCircle, useT } from '@aiwendy/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { calls, keys, type Profile } from '../api';
import { fieldProblem, FormProblem } from '../FormProblem';

/** The person's picture. */
export function AvatarCard({ profile }: { profile: Profile }) {
  const t = useT();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const refresh = () => client.invalidateQueries({ queryKey: keys.profile });
  const change = useMutation({ mutationFn: calls.changeAvatar, onSuccess: refresh });
  const remove = useMutation({ mutationFn: calls.removeAvatar, onSuccess: refresh });
  const refused = fieldProblem(change.error, 'avatar');
  return (
    <Card title={t('avatar.title')} meta={t('avatar.help')}>
      <FormProblem problem={change.error ?? remove.error} />
      <div className="flex flex-wrap items-center gap-3">
        {profile.avatarUrl ? (
          <img src={profile.avatarUrl} alt={t('avatar.title')} width={56} height={56} className="h-14 w-14 rounded-full object-cover" />
        ) : (
          <PersonCircle name={profile.displayName ?? profile.email ?? ''} />
        )}
        <input
          ref={input}
          type="file"
          hidden
          accept="image/png,image/jpeg,image/webp"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) {
              change.mutate(file);
            }
          }}
        />
        <Button icon="upload" busy={change.isPending} onClick={() => input.current?.click()}>
          {t('avatar.choose')}
        </Button>
        {profile.avatarUrl && (
          <Button kind="quiet" busy={remove.isPending} onClick={() => remove.mutate()}>
            {t('avatar.remove')}
          </Button>
        )}
      </div>
      {refused && (
        <p role="alert" className="aw-field-error mt-2">
          {refused}
        </p>
      )}
    </Card>
  );
}
