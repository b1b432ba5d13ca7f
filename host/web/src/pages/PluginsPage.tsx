import { Card, ConfirmDialog, EmptyState, ErrorState, PageHead, problemText, Skeleton, toast, usePlatform, useT } from '@aiwendy/sdk';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { listPlugins, needsAttention, pluginsKey, switchPlugin, type AdminPlugin } from './plugins/pluginApi';
import { PluginRow } from './plugins/PluginRow';

/** Every plugin that was found: its state, why it is not running, and the switch. */
export default function PluginsPage() {
  const t = useT('shell');
  const kit = useT('kit');
  const client = useQueryClient();
  const { data: platform } = usePlatform();
  const [asked, setAsked] = useState<AdminPlugin | null>(null);
  const plugins = useQuery({ queryKey: pluginsKey, queryFn: ({ signal }) => listPlugins(signal) });
  const change = useMutation({
    mutationFn: ({ plugin, on }: { plugin: AdminPlugin; on: boolean }) => switchPlugin(plugin.id, on),
    onError: (error, { plugin, on }) => {
      toast(`${t(on ? 'plugins.refusedEnable' : 'plugins.refusedDisable', { name: plugin.name })} ${problemText(error, kit)}`, { kind: 'error' });
    },
    onSettled: () => {
      setAsked(null);
      return client.invalidateQueries({ queryKey: pluginsKey });
    },
  });

  if (plugins.isPending) {
    return <Skeleton lines={8} />;
  }
  if (plugins.isError) {
    return (
      <>
        <PageHead title={t('plugins.title')} />
        <Card flush>
          <ErrorState problem={plugins.error} onRetry={() => void plugins.refetch()} />
        </Card>
      </>
    );
  }
  const { items } = plugins.data;
  const aside = items.filter(needsAttention).length;
  const running = items.filter((plugin) => plugin.state === 'active').length;
  return (
    <>
      <PageHead title={t('plugins.title')} actions={platform && <span className="text-12 text-text-3 aw-desktop-only">{`${platform.name} ${platform.version} · ${platform.deploymentMode}`}</span>}>
        {t('plugins.summary', { count: items.length, running })} {aside > 0 && t('plugins.asideCount', { count: aside })}
      </PageHead>
      <Card flush>
        {items.length === 0 ? (
          <EmptyState icon="plugin">{t('plugins.empty')}</EmptyState>
        ) : (
          <div className="aw-table-box">
            <table className="aw-table sh-plugins" aria-label={t('plugins.table')}>
              <thead>
                <tr>
                  <th scope="col">{t('plugins.name')}</th>
                  <th scope="col">{t('plugins.state')}</th>
                  <th scope="col">{t('plugins.version')}</th>
                  <th scope="col">{t('plugins.source')}</th>
                  <th scope="col">
                    <span className="aw-vh">{t('plugins.actions')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((plugin) => (
                  <PluginRow
                    key={plugin.id}
                    plugin={plugin}
                    isBusy={change.isPending && change.variables.plugin.id === plugin.id}
                    onEnable={() => {
                      change.mutate({ plugin, on: true });
                    }}
                    onDisable={() => {
                      setAsked(plugin);
                    }}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Card>
      <ConfirmDialog
        open={asked !== null}
        destructive={false}
        title={t('plugins.disableTitle', { name: asked?.name })}
        confirm={t('plugins.disable')}
        busy={change.isPending}
        onConfirm={() => {
          if (asked) {
            change.mutate({ plugin: asked, on: false });
          }
        }}
        onClose={() => {
          setAsked(null);
        }}
      >
        <p>{t('plugins.disableText')}</p>
      </ConfirmDialog>
    </>
  );
}
