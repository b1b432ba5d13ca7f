import { Button, Dialog, Field, Input, problemText, useT } from '@aiwendy/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { calls, keys, type Conversation } from '../api';

/** Gives a conversation another name. */
export function RenameDialog({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const t = useT();
  const kit = useT('kit');
  const client = useQueryClient();
  const [title, setTitle] = useState(conversation.title ?? '');
  const rename = useMutation({
    mutationFn: () => calls.change(conversation.id, { title: title.trim() }),
    onSuccess: async (changed) => {
      client.setQueryData(keys.conversation(conversation.id), changed);
      await client.invalidateQueries({ queryKey: keys.conversations });
      onClose();
    },
  });
  const submit = () => {
    if (title.trim()) {
      rename.mutate();
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('list.renameTitle')}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {kit('cancel')}
          </Button>
          <Button kind="primary" busy={rename.isPending} disabled={!title.trim()} onClick={submit}>
            {t('list.rename')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field label={t('list.name')} error={rename.isError ? problemText(rename.error, kit) : null}>
          <Input value={title} maxLength={120} autoFocus onChange={(event) => { setTitle(event.target.value); }} />
        </Field>
      </form>
    </Dialog>
  );
}
