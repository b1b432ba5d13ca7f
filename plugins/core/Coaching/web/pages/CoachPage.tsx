import { EmptyState, ButtonLink, ErrorState, Skeleton, toast, useNavigate, useParams, useSearchParams, useT } from '@aiwendy/sdk';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { calls, keys, type Coach, type ConversationChange } from '../api';
import { useConversation } from '../logic/useConversation';
import { ChatHeader } from '../parts/ChatHeader';
import { Composer } from '../parts/Composer';
import { EvidenceDrawer, type OpenEvidence } from '../parts/EvidenceDrawer';
import { Greeting } from '../parts/Greeting';
import { MessageLog } from '../parts/MessageLog';

/** A conversation with a coach, or the start of one. */
export default function CoachPage() {
  const { conversationId } = useParams();
  const coaches = useQuery({ queryKey: keys.coaches, queryFn: ({ signal }) => calls.coaches(signal) });
  const conversation = useQuery({
    queryKey: keys.conversation(conversationId ?? ''),
    queryFn: ({ signal }) => calls.conversation(conversationId ?? '', signal),
    enabled: conversationId !== undefined,
    retry: false,
  });
  if (coaches.isPending) {
    return <Skeleton lines={6} />;
  }
  if (coaches.isError) {
    return <ErrorState problem={coaches.error} onRetry={() => void coaches.refetch()} />;
  }
  if (conversation.isError && conversation.error.message !== '') {
    return <Missing problem={conversation.error} onRetry={() => void conversation.refetch()} />;
  }
  return <Chat conversationId={conversationId} coaches={coaches.data} conversation={conversation.data} />;
}

function Missing({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  const t = useT();
  if ((problem as { status?: number }).status === 404) {
    return (
      <EmptyState icon="chat" actions={<ButtonLink to="/coach">{t('chat.new')}</ButtonLink>}>
        {t('chat.missing')}
      </EmptyState>
    );
  }
  return <ErrorState problem={problem} onRetry={onRetry} />;
}

interface ChatProps {
  conversationId: string | undefined;
  coaches: readonly Coach[];
  conversation: Awaited<ReturnType<typeof calls.conversation>> | undefined;
}

function Chat({ conversationId, coaches, conversation }: ChatProps) {
  const t = useT();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useState<OpenEvidence | null>(null);
  const [sent, setSent] = useState(0);
  const fallback = coaches.find((one) => one.isDefault) ?? coaches[0];
  const coachId = conversation?.coachId ?? search.get('coach') ?? fallback?.id ?? '';
  const coach = coaches.find((one) => one.id === coachId) ?? (conversation ? undefined : fallback);
  const [wanted, setWanted] = useState<string | null>(null);
  const connectionId = conversationId === undefined ? wanted : (conversation?.connectionId ?? null);
  const chat = useConversation(conversationId, coach?.id ?? coachId, connectionId);

  const closeEvidence = useCallback(() => {
    setOpen(null);
  }, []);

  async function chooseCoach(next: Coach) {
    if (!conversationId) {
      setSearch((before) => {
        before.set('coach', next.id);
        return before;
      }, { replace: true });
      return;
    }
    await change({ coachId: next.id }, 'coach.notChanged');
  }

  async function chooseConnection(id: string | null) {
    if (!conversationId) {
      setWanted(id);
      return;
    }
    await change(id === null ? { useDefaultModel: true } : { connectionId: id }, 'chat.modelNotChanged');
  }

  async function change(what: ConversationChange, failure: string) {
    if (!conversationId) {
      return;
    }
    try {
      client.setQueryData(keys.conversation(conversationId), await calls.change(conversationId, what));
    } catch {
      toast(t(failure), { kind: 'error' });
    }
  }

  async function send(text: string): Promise<boolean> {
    setSent((before) => before + 1);
    return chat.send(text);
  }

  const isNew = conversationId === undefined;
  return (
    <div className="co-chat" data-evidence={open ? '' : undefined}>
      <ChatHeader
        coaches={coaches}
        coach={coach}
        conversation={conversation}
        onCoach={(next) => void chooseCoach(next)}
        connectionId={connectionId}
        onConnection={(id) => void chooseConnection(id)}
      />
      {!isNew && <h1 className="aw-vh">{conversation?.title ?? t('list.untitled')}</h1>}
      <MessageLog
        turns={chat.turns}
        coaches={coaches}
        isBusy={chat.isBusy}
        sent={sent}
        openChip={open?.chip ?? null}
        onOpen={setOpen}
        onRetry={chat.retry}
        onContinue={() => void send(t('answer.continueText'))}
        older={chat.messages.hasNextPage ? { load: () => void chat.messages.fetchNextPage(), isLoading: chat.messages.isFetchingNextPage } : undefined}
      >
        {isNew && coach && <Greeting coaches={coaches} coach={coach} onCoach={(next) => void chooseCoach(next)} onAsk={(text) => void send(text)} />}
        {!isNew && chat.messages.isPending && chat.turns.length === 0 && <Skeleton lines={5} />}
        {!isNew && chat.messages.isError && chat.turns.length === 0 && <ErrorState problem={chat.messages.error} onRetry={() => void chat.messages.refetch()} />}
      </MessageLog>
      {chat.isReconnecting && (
        <p className="co-reconnecting" role="status">
          {t('chat.reconnecting')}
        </p>
      )}
      <Composer
        key={conversationId ?? 'new'}
        conversation={conversationId ?? 'new'}
        name={coach?.name ?? t('coach.gone')}
        isBusy={chat.isBusy}
        isStopping={chat.isStopping}
        queued={chat.queued}
        ask={isNew ? search.get('ask') : null}
        onSend={send}
        onQueue={chat.setQueued}
        onStop={chat.stop}
      />
      <EvidenceDrawer open={open} onClose={closeEvidence} />
      <UnknownCoach coach={coach} onChoose={() => void navigate('/coaches')} />
    </div>
  );
}

function UnknownCoach({ coach, onChoose }: { coach: Coach | undefined; onChoose: () => void }) {
  const t = useT();
  return coach ? null : (
    <p className="co-reconnecting" role="status">
      {t('coach.goneHint')}{' '}
      <button type="button" className="aw-link" onClick={onChoose}>
        {t('coach.all')}
      </button>
    </p>
  );
}
