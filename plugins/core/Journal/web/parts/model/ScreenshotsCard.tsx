import { api, Button, Card, ConfirmDialog, Dialog, ErrorState, FileDrop, Input, toast, toProblem, useT } from '@aiwendy/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { journalKey } from '../../journal';
import type { Screenshot } from '../../model';

/** Pictures of a trade: drop, paste by choosing, look closer, say what one sees. */
export function ScreenshotsCard({ tradeId, screenshots }: { tradeId: string; screenshots: readonly Screenshot[] }) {
  const t = useT();
  const client = useQueryClient();
  const [open, setOpen] = useState<Screenshot | null>(null);
  const [removing, setRemoving] = useState<Screenshot | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: [journalKey, 'trade', tradeId] });
  const upload = useMutation({
    mutationFn: async (files: File[]) => {
      for (const file of files) {
        const form = new FormData();
        form.set('file', file);
        await api.post(`/api/journal/trades/${tradeId}/screenshots`, form);
      }
    },
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.delete(`/api/journal/screenshots/${id}`),
    onSuccess: async () => { setRemoving(null); setOpen(null); await refresh(); },
    onError: (error) => { toast(toProblem(error).message, { kind: 'error' }); },
  });
  const caption = useMutation({
    mutationFn: ({ id, text }: { id: string; text: string }) => api.patch(`/api/journal/screenshots/${id}`, { caption: text }),
    onSuccess: refresh,
    onError: (error) => { toast(toProblem(error).message, { kind: 'error' }); },
  });
  return (
    <Card title={t('screenshots.title')} meta={t('screenshots.kinds')}>
      <div className="grid gap-3">
        {screenshots.length > 0 ? (
          <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {screenshots.map((one, index) => (
              <li key={one.id} className="grid gap-1">
                <button type="button" className="overflow-hidden rounded-md border border-line bg-sunken" onClick={() => { setOpen(one); }}>
                  <img className="h-32 w-full object-cover" src={`/api/journal/screenshots/${one.id}`} alt={one.caption ?? t('screenshots.nth', { number: index + 1 })} loading="lazy" width={one.width} height={one.height} />
                </button>
                <Input aria-label={t('screenshots.caption')} placeholder={t('screenshots.caption')} maxLength={500} defaultValue={one.caption ?? ''} onBlur={(event) => { if (event.target.value !== (one.caption ?? '')) { caption.mutate({ id: one.id, text: event.target.value }); } }} />
              </li>
            ))}
          </ul>
        ) : null}
        <FileDrop title={t('screenshots.drop')} accept="image/png,image/jpeg,image/webp" multiple busy={upload.isPending} onFiles={(files) => { upload.mutate(files); }}>{t('screenshots.limit')}</FileDrop>
        {upload.isError ? <ErrorState problem={upload.error} /> : null}
      </div>
      <Dialog
        open={open !== null}
        onClose={() => { setOpen(null); }}
        className="w-[min(96vw,1200px)] max-w-none"
        title={open?.caption ?? t('screenshots.title')}
        footer={
          <>
            <Button kind="destructive" icon="trash" onClick={() => { setRemoving(open); }}>{t('screenshots.remove')}</Button>
            <Button onClick={() => { setOpen(null); }}>{t('close')}</Button>
          </>
        }
      >
        {open ? <img className="max-h-[72vh] w-full object-contain" src={`/api/journal/screenshots/${open.id}`} alt={open.caption ?? t('screenshots.title')} /> : null}
      </Dialog>
      <ConfirmDialog
        open={removing !== null}
        title={t('screenshots.removeTitle')}
        confirm={t('screenshots.remove')}
        busy={remove.isPending}
        onClose={() => { setRemoving(null); }}
        onConfirm={() => { if (removing) { remove.mutate(removing.id); } }}
      />
    </Card>
  );
}
