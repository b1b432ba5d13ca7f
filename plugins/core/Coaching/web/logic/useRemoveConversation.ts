import { problemText, toast, useNavigate, useT } from '@aiwendy/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { calls, keys, type Conversation } from '../api';
import { useOpenConversation } from './useOpenConversation';

/** Deletes a conversation at once and offers the way back. */
export function useRemoveConversation(): (conversation: Conversation) => void {
  const t = useT();
  const kit = useT('kit');
  const navigate = useNavigate();
  const client = useQueryClient();
  const openId = useOpenConversation();

  const refresh = () => client.invalidateQueries({ queryKey: keys.conversations });
  const restore = async (conversation: Conversation) => {
    try {
      await calls.restore(conversation.id);
      await refresh();
      await navigate(`/coach/${conversation.id}`);
    } catch (error) {
      toast(problemText(error, kit), { kind: 'error' });
    }
  };
  const remove = async (conversation: Conversation) => {
    try {
      await calls.remove(conversation.id);
      if (openId === conversation.id) {
        await navigate('/coach');
      }
      client.removeQueries({ queryKey: keys.messages(conversation.id) });
      client.removeQueries({ queryKey: keys.conversation(conversation.id) });
      await refresh();
      toast(t('list.deleted', { title: conversation.title ?? t('list.untitled') }), { action: { label: kit('undo'), run: () => void restore(conversation) } });
    } catch (error) {
      toast(problemText(error, kit), { kind: 'error' });
    }
  };
  return (conversation) => void remove(conversation);
}
