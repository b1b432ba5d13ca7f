import { Icon, IconButton, Link, Menu, Popover, useNavigate, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { calls, keys, type Coach, type Conversation } from '../api';
import { CoachPicker } from './CoachPicker';
import { ConversationsDrawer } from './ConversationList';
import { RenameDialog } from './RenameDialog';
import { useRemoveConversation } from '../logic/useRemoveConversation';

export interface ChatHeaderProps {
  coaches: readonly Coach[];
  coach: Coach | undefined;
  conversation: Conversation | undefined;
  onCoach: (coach: Coach) => void;
}

/** Who answers, with which model, and what the coach may read. */
export function ChatHeader({ coaches, coach, conversation, onCoach }: ChatHeaderProps) {
  const t = useT();
  const navigate = useNavigate();
  const remove = useRemoveConversation();
  const [isRenaming, setRenaming] = useState(false);
  const [isListOpen, setListOpen] = useState(false);
  return (
    <header className="co-head">
      <CoachPicker coaches={coaches} current={coach} onChoose={onCoach} />
      <span className="co-grow" />
      <ModelChip connectionId={conversation?.connectionId ?? null} />
      {coach && <Reads coach={coach} />}
      <Menu
        label={t('chat.more')}
        trigger={<IconButton icon="more" label={t('chat.more')} tooltip={false} />}
        items={[
          { label: t('chat.new'), icon: 'plus', onSelect: () => void navigate('/coach') },
          { label: t('list.title'), icon: 'chat', onSelect: () => { setListOpen(true); } },
          ...(conversation
            ? ([
                'separator',
                { label: t('list.rename'), icon: 'edit', onSelect: () => { setRenaming(true); } },
                { label: t('list.delete'), icon: 'trash', destructive: true, onSelect: () => { remove(conversation); } },
              ] as const)
            : []),
        ]}
      />
      {conversation && isRenaming && <RenameDialog conversation={conversation} onClose={() => { setRenaming(false); }} />}
      <ConversationsDrawer open={isListOpen} onClose={() => { setListOpen(false); }} />
    </header>
  );
}

function ModelChip({ connectionId }: { connectionId: string | null }) {
  const t = useT();
  const model = useQuery({ queryKey: keys.model(connectionId), queryFn: ({ signal }) => calls.model(connectionId, signal), retry: false });
  if (!model.data) {
    return null;
  }
  const { kind, isLocal } = model.data;
  const text = kind === 'offline' ? t('model.offline') : t(isLocal ? 'model.local' : 'model.remote', { model: model.data.model });
  return (
    <Link className="co-chip aw-desktop-only" to="/settings/models" title={t('model.change')}>
      <Icon name="model" />
      <span>{text}</span>
    </Link>
  );
}

function Reads({ coach }: { coach: Coach }) {
  const t = useT();
  const words = coach.reads.map((scope) => t(`reads.${scope}.short`));
  return (
    <Popover
      label={t('reads.title', { name: coach.name })}
      align="end"
      trigger={
        <button type="button" className="co-chip">
          <Icon name="shield" />
          <span className="aw-desktop-only">{words.length === 0 ? t('reads.nothing') : t('reads.list', { list: words.join(t('reads.comma')) })}</span>
          <span className="aw-phone-only">{t('reads.count', { count: words.length })}</span>
        </button>
      }
    >
      <div className="co-reads">
        <b>{t('reads.title', { name: coach.name })}</b>
        <ul>
          {coach.reads.map((scope) => (
            <li key={scope}>
              <Icon name="shield" />
              <span>
                {t(`reads.${scope}.long`)}
                <small className="aw-mono">{scope}</small>
              </span>
            </li>
          ))}
        </ul>
        <p>{t('reads.note')}</p>
      </div>
    </Popover>
  );
}
