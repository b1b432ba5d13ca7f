import { Icon, IconButton, Menu, Popover, useNavigate, useT, WidgetSlot } from '@aiwendy/sdk';
import { useState } from 'react';
import type { Coach, Conversation } from '../api';
import { CoachPicker } from './CoachPicker';
import { ConversationsDrawer } from './ConversationList';
import { RenameDialog } from './RenameDialog';
import { useRemoveConversation } from '../logic/useRemoveConversation';

export interface ChatHeaderProps {
  coaches: readonly Coach[];
  coach: Coach | undefined;
  conversation: Conversation | undefined;
  onCoach: (coach: Coach) => void;
  /** The model connection that answers; null for the default. */
  connectionId: string | null;
  onConnection: (id: string | null) => void;
}

/** Who answers, with which model, and what the coach may read. */
export function ChatHeader({ coaches, coach, conversation, onCoach, connectionId, onConnection }: ChatHeaderProps) {
  const t = useT();
  const navigate = useNavigate();
  const remove = useRemoveConversation();
  const [isRenaming, setRenaming] = useState(false);
  const [isListOpen, setListOpen] = useState(false);
  return (
    <header className="co-head">
      <CoachPicker coaches={coaches} current={coach} onChoose={onCoach} />
      <span className="co-grow" />
      <WidgetSlot name="chat.model" props={{ value: connectionId, onChange: onConnection }} fallback={null} />
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
