import { Badge, Button, Card, ErrorState, Skeleton, toast, useFormat, useT, type Translate } from '@aiwendy/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { calls, keys, type SessionInfo } from './api';
import { describeAgent } from './describeAgent';
import { FormProblem } from './FormProblem';

/** Where the person is signed in, with a way to end it. */
export function SessionList() {
  const t = useT();
  const client = useQueryClient();
  const sessions = useQuery({ queryKey: keys.sessions, queryFn: ({ signal }) => calls.sessions(signal) });
  const revoke = useMutation({
    mutationFn: (session: SessionInfo) => calls.revoke(session.id),
    onSuccess: (_, session) => {
      toast(t('sessions.revoked', { browser: nameOf(session, t) }));
      return client.invalidateQueries({ queryKey: keys.sessions });
    },
  });
  const others = useMutation({
    mutationFn: calls.revokeOthers,
    onSuccess: () => {
      toast(t('sessions.othersRevoked'));
      return client.invalidateQueries({ queryKey: keys.sessions });
    },
  });
  return (
    <Card title={t('sessions.title')} meta={t('sessions.help')}>
      <FormProblem problem={revoke.error ?? others.error} />
      {sessions.isPending && <Skeleton lines={2} />}
      {sessions.isError && <ErrorState problem={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.data && (
        <ul className="grid">
          {sessions.data.items.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              busy={revoke.isPending && revoke.variables.id === session.id}
              onRevoke={() => {
                revoke.mutate(session);
              }}
            />
          ))}
        </ul>
      )}
      {sessions.data && sessions.data.items.length > 1 && (
        <div className="mt-3">
          <Button busy={others.isPending} onClick={() => others.mutate()}>
            {t('sessions.revokeOthers')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function SessionRow({ session, busy, onRevoke }: { session: SessionInfo; busy: boolean; onRevoke: () => void }) {
  const t = useT();
  const format = useFormat();
  const name = nameOf(session, t);
  return (
    <li className="flex flex-wrap items-center gap-3 border-t border-line py-2 first:border-t-0">
      <div className="min-w-0 flex-1">
        <span className="font-semibold">{name}</span> {session.current && <Badge tone="ok" icon="check">{t('sessions.current')}</Badge>}
        <div className="text-12 text-text-3">
          {[t('sessions.lastSeen', { when: format.dateTime(session.lastSeenAt) }), t('sessions.signedIn', { when: format.dateTime(session.createdAt) }), session.address]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      {!session.current && (
        <Button size="small" kind="destructive" busy={busy} aria-label={t('sessions.revokeNamed', { browser: name })} onClick={onRevoke}>
          {t('sessions.revoke')}
        </Button>
      )}
    </li>
  );
}

function nameOf(session: SessionInfo, t: Translate): string {
  const agent = describeAgent(session.userAgent);
  if (!agent.browser) {
    return t('sessions.unknown');
  }
  return agent.system ? t('sessions.on', agent) : agent.browser;
}
