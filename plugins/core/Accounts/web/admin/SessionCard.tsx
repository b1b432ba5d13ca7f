import { Button, Card, ErrorState, Skeleton, toast, useFormat, useT } from '@aiwendy/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { describeAgent } from '../describeAgent';
import { FormProblem } from '../FormProblem';
import { admin, adminKeys, type AnySession } from './api';

/** Where people are signed in, and a way to end it. */
export function SessionCard() {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const sessions = useQuery({ queryKey: adminKeys.sessions, queryFn: ({ signal }) => admin.sessions(signal) });
  const revoke = useMutation({
    mutationFn: (session: AnySession) => admin.revokeSession(session.id),
    onSuccess: (_, session) => {
      toast(t('allSessions.revoked', { email: session.email }));
      return client.invalidateQueries({ queryKey: adminKeys.sessions });
    },
  });
  const browserOf = (session: AnySession) => {
    const agent = describeAgent(session.userAgent);
    return agent.browser && agent.system ? t('sessions.on', agent) : (agent.browser ?? t('sessions.unknown'));
  };
  return (
    <Card title={t('allSessions.title')} meta={t('allSessions.help')}>
      <FormProblem problem={revoke.error} />
      {sessions.isPending && <Skeleton lines={3} />}
      {sessions.isError && <ErrorState problem={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.data?.items.length === 0 && <p className="text-text-2">{t('allSessions.none')}</p>}
      <ul className="grid">
        {sessions.data?.items.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-3 border-t border-line py-2 first:border-t-0">
            <div className="min-w-0 flex-1">
              <span className="break-all font-semibold">{session.email}</span>
              <div className="text-12 text-text-3">
                {[browserOf(session), t('sessions.lastSeen', { when: format.dateTime(session.lastSeenAt) }), session.address].filter(Boolean).join(' · ')}
              </div>
            </div>
            <Button
              size="small"
              kind="destructive"
              busy={revoke.isPending && revoke.variables.id === session.id}
              aria-label={t('allSessions.revokeNamed', { email: session.email, browser: browserOf(session) })}
              onClick={() => {
                revoke.mutate(session);
              }}
            >
              {t('sessions.revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
