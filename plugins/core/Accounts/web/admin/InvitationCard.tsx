import { Button, Card, ErrorState, Field, Input, Notice, Select, Skeleton, toast, useFormat, useT } from '@aiwendy/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { RoleName } from '../api';
import { fieldProblem, FormProblem } from '../FormProblem';
import { admin, adminKeys } from './api';

/** Invites people and shows which invitations are open. */
export function InvitationCard() {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: adminKeys.invitations });
  const invitations = useQuery({ queryKey: adminKeys.invitations, queryFn: ({ signal }) => admin.invitations(signal) });
  const revoke = useMutation({ mutationFn: admin.revokeInvitation, onSuccess: refresh });
  return (
    <Card title={t('invitations.title')} meta={t('invitations.help')}>
      <InviteForm onDone={() => void refresh()} />
      <FormProblem problem={revoke.error} />
      {invitations.isPending && <Skeleton lines={2} />}
      {invitations.isError && <ErrorState problem={invitations.error} onRetry={() => void invitations.refetch()} />}
      {invitations.data?.items.length === 0 && <p className="mt-3 text-text-2">{t('invitations.none')}</p>}
      <ul className="mt-3 grid">
        {invitations.data?.items.map((invitation) => (
          <li key={invitation.id} className="flex flex-wrap items-center gap-3 border-t border-line py-2 first:border-t-0">
            <div className="min-w-0 flex-1">
              <span className="break-all font-semibold">{invitation.email}</span>
              <div className="text-12 text-text-3">
                {t(`profile.roles.${invitation.role}`)} · {t('invitations.until', { when: format.dateTime(invitation.expiresAt) })}
              </div>
            </div>
            <Button
              size="small"
              kind="destructive"
              busy={revoke.isPending && revoke.variables === invitation.id}
              aria-label={t('invitations.revokeNamed', { email: invitation.email })}
              onClick={() => revoke.mutate(invitation.id)}
            >
              {t('invitations.revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function InviteForm({ onDone }: { onDone: () => void }) {
  const t = useT();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<RoleName>('member');
  const invite = useMutation({
    mutationFn: () => admin.invite(email.trim(), role),
    onSuccess: () => {
      setEmail('');
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <form className="grid gap-3" noValidate onSubmit={submit}>
      <FormProblem problem={invite.error} />
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t('email')} className="min-w-[200px] flex-1" error={fieldProblem(invite.error, 'email')}>
          <Input type="email" name="invite-email" inputMode="email" autoComplete="off" value={email} onChange={(event) => setEmail(event.target.value)} />
        </Field>
        <Field label={t('profile.role')}>
          <Select
            value={role}
            onChange={(value) => setRole(value as RoleName)}
            options={(['viewer', 'member', 'admin', 'owner'] as const).map((value) => ({ value, label: t(`profile.roles.${value}`) }))}
          />
        </Field>
        <Button type="submit" busy={invite.isPending} disabled={!email.trim()}>
          {t('invitations.invite')}
        </Button>
      </div>
      {invite.data && <InvitationLink link={invite.data.link} email={invite.data.invitation.email} />}
    </form>
  );
}

function InvitationLink({ link, email }: { link: string; email: string }) {
  const t = useT();
  const copy = () => {
    void navigator.clipboard.writeText(link).then(() => toast(t('copied')));
  };
  return (
    <Notice
      icon="check"
      title={t('invitations.made', { email })}
      actions={
        <Button size="small" icon="copy" onClick={copy}>
          {t('invitations.copy')}
        </Button>
      }
    >
      {t('invitations.link')}
    </Notice>
  );
}
