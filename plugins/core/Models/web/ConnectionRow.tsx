import { Badge, Button, toast, useFormat, useT } from '@aiwendy/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { calls, keys, type Connection, type ConnectionList } from './api';
import { ConnectionForm } from './ConnectionForm';
import { connectionName, kindName } from './names';
import { Problem } from './Problem';
import { TestOutcome } from './TestOutcome';

interface Props {
  connection: Connection;
  isEditing: boolean;
  onEdit: (isOpen: boolean) => void;
}

/** One connection: what it is, how it is, what can be done with it. */
export function ConnectionRow({ connection, isEditing, onEdit }: Props) {
  const t = useT();
  const format = useFormat();
  const client = useQueryClient();
  const name = connectionName(connection, t);
  const refresh = () => client.invalidateQueries({ queryKey: keys.connections });
  const test = useMutation({ mutationFn: () => calls.test(connection.id), onSettled: refresh });
  const choose = useMutation({ mutationFn: () => calls.makeDefault(connection.id), onSuccess: refresh });
  const restore = useMutation({ mutationFn: () => calls.restore(connection.id), onSuccess: refresh });
  const remove = useMutation({
    mutationFn: () => calls.remove(connection.id),
    onSuccess: () => {
      client.setQueryData<ConnectionList>(keys.connections, (list) => list && { ...list, items: list.items.filter((item) => item.id !== connection.id) });
      toast(t('row.deleted', { name }), {
        action: {
          label: t('row.undo'),
          run: () => {
            restore.mutate();
          },
        },
      });
      return refresh();
    },
  });
  const details = [
    connection.source === 'builtin' ? t('offline.help') : `${kindName(connection.kind, t)} · ${connection.model}`,
    connection.baseUrl,
    connection.apiKey && t('row.key', { key: connection.apiKey }),
  ];
  return (
    <li className="grid gap-2 border-t border-line py-3 first:border-t-0">
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-2">
            <span className="font-semibold">{name}</span>
            {connection.isDefault && (
              <Badge tone="accent" icon="check">
                {t('row.default')}
              </Badge>
            )}
            {connection.isLocal && <Badge icon="lock">{t('row.local')}</Badge>}
            {connection.source === 'environment' && <Badge>{t('row.environment')}</Badge>}
            {!test.data && connection.lastTest && !connection.lastTest.ok && (
              <Badge tone="danger" icon="error">
                {t('row.lastFailed', { when: format.dateTime(connection.lastTest.at) })}
              </Badge>
            )}
          </div>
          <div className="text-12 break-words text-text-3">{details.filter(Boolean).join(' · ')}</div>
        </div>
        <div className="flex flex-wrap gap-2">
          {!connection.isDefault && (
            <Button
              size="small"
              kind="quiet"
              busy={choose.isPending}
              aria-label={t('row.makeDefaultNamed', { name })}
              onClick={() => {
                choose.mutate();
              }}
            >
              {t('row.makeDefault')}
            </Button>
          )}
          {connection.source !== 'builtin' && (
            <Button
              size="small"
              busy={test.isPending}
              aria-label={t('row.testNamed', { name })}
              onClick={() => {
                test.mutate();
              }}
            >
              {t('row.test')}
            </Button>
          )}
          {!connection.readOnly && (
            <>
              <Button
                size="small"
                aria-expanded={isEditing}
                aria-label={t('row.editNamed', { name })}
                onClick={() => {
                  onEdit(!isEditing);
                }}
              >
                {t('row.edit')}
              </Button>
              <Button
                size="small"
                kind="destructive"
                busy={remove.isPending}
                aria-label={t('row.deleteNamed', { name })}
                onClick={() => {
                  remove.mutate();
                }}
              >
                {t('row.delete')}
              </Button>
            </>
          )}
        </div>
      </div>
      <TestOutcome result={test.data} isRunning={test.isPending} />
      <Problem error={test.error ?? choose.error ?? remove.error ?? restore.error} />
      {isEditing && (
        <ConnectionForm
          connection={connection}
          offered={test.data?.models}
          onDone={() => {
            onEdit(false);
          }}
        />
      )}
    </li>
  );
}
