import { Badge, Button, ButtonLink, Card, Dialog, EmptyState, ErrorState, Notice, Skeleton, useFormat, useMe, useT, type Tone } from '@aiwendy/sdk';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { FormProblem } from '../FormProblem';
import { admin, adminKeys, type MailInfo } from './api';

const tones: Record<MailInfo['state'], Tone> = { waiting: 'neutral', sent: 'ok', kept: 'warn', failed: 'danger' };

/** Messages that the installation sent or could not send. */
export default function OutboxPanel() {
  const t = useT();
  const client = useQueryClient();
  const mayAdminister = useMe().data?.permissions.includes('platform.admin');
  const mail = useInfiniteQuery({
    queryKey: adminKeys.mail,
    queryFn: ({ pageParam, signal }) => admin.mail(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const read = useMutation({ mutationFn: admin.readMail });
  const remove = useMutation({ mutationFn: admin.removeMail, onSuccess: () => client.invalidateQueries({ queryKey: adminKeys.mail }) });
  const items = mail.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card title={t('outbox.title')} meta={t('outbox.help')}>
      {mail.data?.pages[0]?.serverConfigured === false && (
        <Notice tone="warn" title={t('outbox.noServer')} actions={mayAdminister && <ButtonLink size="small" to="/settings/installation?find=SMTP">{t('outbox.setUp')}</ButtonLink>}>
          {t('outbox.noServerHelp')}
        </Notice>
      )}
      <FormProblem problem={read.error ?? remove.error} />
      {mail.isPending && <Skeleton lines={3} />}
      {mail.isError && <ErrorState problem={mail.error} onRetry={() => void mail.refetch()} />}
      {mail.data && items.length === 0 && <EmptyState icon="send">{t('outbox.none')}</EmptyState>}
      <ul className="mt-3 grid">
        {items.map((item) => (
          <MailRow key={item.id} mail={item} onRead={() => read.mutate(item.id)} onRemove={() => remove.mutate(item.id)} />
        ))}
      </ul>
      {mail.hasNextPage && (
        <Button busy={mail.isFetchingNextPage} onClick={() => void mail.fetchNextPage()}>
          {t('people.more')}
        </Button>
      )}
      <Dialog open={read.data !== undefined} onClose={read.reset} title={read.data?.subject} footer={<Button kind="primary" onClick={read.reset}>{t('done')}</Button>}>
        <pre className="whitespace-pre-wrap break-all font-mono text-12" data-testid="mail-body">
          {read.data?.body}
        </pre>
      </Dialog>
    </Card>
  );
}

function MailRow({ mail, onRead, onRemove }: { mail: MailInfo; onRead: () => void; onRemove: () => void }) {
  const t = useT();
  const format = useFormat();
  return (
    <li className="flex flex-wrap items-center gap-3 border-t border-line py-2 first:border-t-0">
      <div className="min-w-0 flex-1">
        <span className="font-semibold">{mail.subject}</span> <Badge tone={tones[mail.state]}>{t(`outbox.states.${mail.state}`)}</Badge>
        <div className="break-words text-12 text-text-3">{[mail.recipient, format.dateTime(mail.createdAt), mail.error].filter(Boolean).join(' · ')}</div>
      </div>
      {mail.readable && (
        <Button size="small" aria-label={t('outbox.readNamed', { subject: mail.subject, email: mail.recipient })} onClick={onRead}>
          {t('outbox.read')}
        </Button>
      )}
      <Button size="small" kind="destructive" aria-label={t('outbox.removeNamed', { subject: mail.subject, email: mail.recipient })} onClick={onRemove}>
        {t('outbox.remove')}
      </Button>
    </li>
  );
}
