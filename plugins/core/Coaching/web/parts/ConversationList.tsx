import { Button, Drawer, ErrorState, Icon, IconButton, Link, Menu, useT } from '@aiwendy/sdk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { calls, keys, type Conversation } from '../api';
import { useOpenConversation } from '../logic/useOpenConversation';
import { useRemoveConversation } from '../logic/useRemoveConversation';
import { RenameDialog } from './RenameDialog';

/** Recent conversations, below the navigation. */
export function ConversationSidebar() {
  const t = useT();
  return (
    <section className="co-list" aria-label={t('list.title')}>
      <div className="co-list-head">
        <span>{t('list.title')}</span>
        <Link className="aw-icon-btn" to="/coach" aria-label={t('chat.new')} title={t('chat.new')}>
          <Icon name="plus" />
        </Link>
      </div>
      <Conversations />
    </section>
  );
}

/** The same list where there is no sidebar. */
export function ConversationsDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT();
  return (
    <Drawer open={open} onClose={onClose} title={t('list.title')}>
      <div className="co-list" data-large="">
        <Conversations onOpen={onClose} />
      </div>
    </Drawer>
  );
}

function Conversations({ onOpen }: { onOpen?: () => void }) {
  const t = useT();
  const [renaming, setRenaming] = useState<Conversation | null>(null);
  const list = useInfiniteQuery({
    queryKey: keys.conversations,
    queryFn: ({ pageParam, signal }) => calls.conversations(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  if (list.isPending) {
    return null;
  }
  if (list.isError) {
    return <ErrorState problem={list.error} onRetry={() => void list.refetch()} />;
  }
  const rows = list.data.pages.flatMap((page) => page.items);
  return (
    <>
      {rows.length === 0 ? (
        <p className="co-list-none">{t('list.none')}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <Row key={row.id} conversation={row} onOpen={onOpen} onRename={() => { setRenaming(row); }} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button kind="quiet" size="small" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
      {renaming && <RenameDialog conversation={renaming} onClose={() => { setRenaming(null); }} />}
    </>
  );
}

function Row({ conversation, onOpen, onRename }: { conversation: Conversation; onOpen?: () => void; onRename: () => void }) {
  const t = useT();
  const remove = useRemoveConversation();
  const openId = useOpenConversation();
  const title = conversation.title ?? t('list.untitled');
  return (
    <li className="co-row">
      <Link to={`/coach/${conversation.id}`} aria-current={openId === conversation.id ? 'page' : undefined} title={title} onClick={onOpen}>
        {title}
      </Link>
      <Menu
        label={t('list.actions', { title })}
        trigger={<IconButton icon="more" label={t('list.actions', { title })} tooltip={false} />}
        items={[
          { label: t('list.rename'), icon: 'edit', onSelect: onRename },
          { label: t('list.delete'), icon: 'trash', destructive: true, onSelect: () => { remove(conversation); } },
        ]}
      />
    </li>
  );
}
