import { Badge, Button, Card, ErrorState, Field, IconButton, Input, Menu, Select, Skeleton, toast, useFormat, useT } from '@aiwendy/sdk';
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RoleName } from '../api';
import { FormProblem } from '../FormProblem';
import { admin, adminKeys, type UserInfo } from './api';
import { InvitationCard } from './InvitationCard';
import { RoleCard } from './RoleCard';
import { SessionCard } from './SessionCard';

const roles: readonly RoleName[] = ['viewer', 'member', 'admin', 'owner'];

/** Everybody who has an account, who was invited to have one, where they are signed in, and what their roles mean. */
export default function PeoplePanel() {
  return (
    <div className="grid gap-3">
      <UserCard />
      <InvitationCard />
      <SessionCard />
      <RoleCard />
    </div>
  );
}

function UserCard() {
  const t = useT();
  const [search, setSearch] = useState('');
  const users = useInfiniteQuery({
    queryKey: [...adminKeys.users, search],
    queryFn: ({ pageParam, signal }) => admin.users(search, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
  const items = users.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card title={t('people.title')} meta={t('people.help')}>
      <Field label={t('people.search')} className="max-w-[320px]">
        <Input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      </Field>
      {users.isPending && <Skeleton lines={3} />}
      {users.isError && <ErrorState problem={users.error} onRetry={() => void users.refetch()} />}
      <ul className="mt-3 grid">
        {items.map((user) => (
          <UserRow key={user.id} user={user} />
        ))}
      </ul>
      {users.isSuccess && items.length === 0 && <p className="text-text-2">{t('people.nobody')}</p>}
      {users.hasNextPage && (
        <Button busy={users.isFetchingNextPage} onClick={() => void users.fetchNextPage()}>
          {t('people.more')}
        </Button>
      )}
    </Card>
  );
}

function UserRow({ user }: { user: UserInfo }) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (wanted: { role?: RoleName; disabled?: boolean }) => admin.changeUser(user.id, wanted),
    onSuccess: (changed, wanted) => {
      if (wanted.role) {
        toast(t('people.roleChanged', { email: changed.email, role: t(`profile.roles.${changed.role}`) }));
      }
      void client.invalidateQueries({ queryKey: adminKeys.sessions });
      return client.invalidateQueries({ queryKey: adminKeys.users });
    },
  });
  const act = useMutation({
    mutationFn: (action: 'signOut' | 'reset') => (action === 'signOut' ? admin.signOutUser(user.id) : admin.resetPassword(user.id)),
    onSuccess: (_, action) => {
      toast(t(action === 'signOut' ? 'people.signedOut' : 'people.resetSent', { email: user.email }));
      void client.invalidateQueries({ queryKey: action === 'signOut' ? adminKeys.sessions : adminKeys.mail });
    },
  });
  const facts = [
    user.displayName,
    t('people.since', { when: format.date(user.createdAt, { year: true }) }),
    t(user.emailConfirmed ? 'people.confirmed' : 'people.unconfirmed'),
    user.twoFactor && t('people.twoFactor'),
  ];
  return (
    <li className="grid gap-2 border-t border-line py-2 first:border-t-0">
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1">
          <span className="break-all font-semibold">{user.email}</span>{' '}
          {user.disabledAt && <Badge tone="warn" icon="lock">{t('people.disabled')}</Badge>}
          {user.deletionDueAt && <Badge tone="warn" icon="trash">{t('people.leaving')}</Badge>}
          <div className="text-12 text-text-3">{facts.filter(Boolean).join(' · ')}</div>
        </div>
        <Select
          aria-label={t('people.roleOf', { email: user.email })}
          value={user.role}
          onChange={(role) => change.mutate({ role: role as RoleName })}
          options={roles.map((role) => ({ value: role, label: t(`profile.roles.${role}`) }))}
        />
        <Menu
          label={t('people.actions', { email: user.email })}
          trigger={<IconButton icon="more" label={t('people.actions', { email: user.email })} />}
          items={[
            { label: t('people.reset'), onSelect: () => act.mutate('reset') },
            { label: t('people.signOut'), onSelect: () => act.mutate('signOut') },
            {
              label: t(user.disabledAt ? 'people.enable' : 'people.disable'),
              onSelect: () => change.mutate({ disabled: !user.disabledAt }),
            },
          ]}
        />
      </div>
      <FormProblem problem={change.error ?? act.error} />
    </li>
  );
}
