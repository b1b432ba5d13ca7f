import { Button, Checkbox, ConfirmDialog, Dialog, ErrorState, Field, Input, problemText, Skeleton, toast, useFormat, useT } from '@aiwendy/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { calls, exportAddress, type AdminPlugin } from './pluginApi';
import { adminTexts } from './texts';
import { useNames } from './useNames';

/** Asks before a plugin is switched off, and names what stops with it. */
export function DisableDialog({ plugin, busy, onConfirm, onClose }: { plugin: AdminPlugin; busy: boolean; onConfirm: () => void; onClose: () => void }) {
  const t = useT(adminTexts);
  const { nameOf } = useNames();
  return (
    <ConfirmDialog open destructive={false} title={t('disabling.title', { name: nameOf(plugin) })} confirm={t('disable')} busy={busy} onConfirm={onConfirm} onClose={onClose}>
      <p>{t('disabling.text')}</p>
      {plugin.dependants.length > 0 && <p className="ad-strong">{t('disabling.breaks', { names: plugin.dependants.join(', ') })}</p>}
    </ConfirmDialog>
  );
}

/** Shows what removing would take away before it does; data goes only when that is said and the id typed. */
export function RemoveDialog({ plugin, onClose }: { plugin: AdminPlugin; onClose: () => void }) {
  const t = useT(adminTexts);
  const kit = useT('kit');
  const format = useFormat();
  const client = useQueryClient();
  const { nameOf } = useNames();
  const name = nameOf(plugin);
  const [purge, setPurge] = useState(false);
  const [typed, setTyped] = useState('');
  const dry = useQuery({ queryKey: ['admin', 'removal', plugin.id], queryFn: ({ signal }) => calls.removal(plugin.id, signal), gcTime: 0, retry: false });
  const remove = useMutation({
    mutationFn: () => calls.remove(plugin.id, purge, dry.data?.dependants ?? []),
    onSuccess: () => {
      // Nothing is left to ask about.
      client.removeQueries({ queryKey: ['admin', 'removal', plugin.id] });
      toast(t('removing.done', { name }));
      onClose();
    },
    onError: (error) => {
      toast(`${t('refused.remove', { name })} ${problemText(error, kit)}`, { kind: 'error' });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['admin'] }),
  });
  const isReady = dry.data?.obstacle === null && (!purge || typed.trim() === plugin.id);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('removing.title', { name })}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button kind="destructive-filled" busy={remove.isPending} disabled={!isReady} onClick={() => { remove.mutate(); }}>
            {t('removing.confirm', { name })}
          </Button>
        </>
      }
    >
      {dry.isPending && <Skeleton lines={4} />}
      {dry.isError && <ErrorState problem={dry.error} onRetry={() => void dry.refetch()} />}
      {dry.data?.obstacle && <p className="ad-strong">{dry.data.obstacle}</p>}
      {dry.data?.obstacle === null && (
        <>
          {dry.data.dependants.length > 0 && <p className="ad-strong">{t('removing.breaks', { names: dry.data.dependants.join(', ') })}</p>}
          {dry.data.tables.length === 0 ? (
            <p>{t('removing.noTables')}</p>
          ) : (
            <>
              {!purge && <p>{t('removing.keeps')}</p>}
              <p className="ad-caption">{t('removing.tables', { schema: dry.data.schema ?? plugin.id })}</p>
              <dl className="ad-facts aw-num">
                {dry.data.tables.map((table) => (
                  <TableRow key={table.name} name={table.name} rows={t('removing.rows', { count: table.rows, shown: format.count(table.rows) })} />
                ))}
              </dl>
              <a className="aw-link" href={exportAddress(plugin.id)} download>
                {t('removing.exportFirst')}
              </a>
              <Checkbox label={t('removing.purge')} checked={purge} onChange={(event) => { setPurge(event.target.checked); }} />
              {purge && (
                <Field label={t('removing.typeId', { id: plugin.id })}>
                  <Input value={typed} autoComplete="off" spellCheck={false} onChange={(event) => { setTyped(event.target.value); }} />
                </Field>
              )}
            </>
          )}
        </>
      )}
    </Dialog>
  );
}

function TableRow({ name, rows }: { name: string; rows: string }) {
  return (
    <>
      <dt>
        <code>{name}</code>
      </dt>
      <dd>{rows}</dd>
    </>
  );
}
