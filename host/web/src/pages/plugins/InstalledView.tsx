import { Card, EmptyState, useT } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FeaturesCard } from './FeaturesCard';
import { DisableDialog, RemoveDialog } from './PluginDialogs';
import { PluginDrawer } from './PluginDrawer';
import { PluginRow } from './PluginRow';
import { calls, feedKey, type AdminPlugin } from './pluginApi';
import { adminTexts } from './texts';
import { usePluginAction } from './usePluginAction';
import { isNewer } from './versions';

const columns = ['name', 'state', 'version', 'health', 'source', 'features', 'actions'] as const;

/** The plugins that are here, with what can be done to each. */
export function InstalledView({ items, onReview }: { items: readonly AdminPlugin[]; onReview: (feedId: string, version: string) => void }) {
  const t = useT(adminTexts);
  const action = usePluginAction();
  const [open, setOpen] = useState<{ id: string; view: 'details' | 'disable' | 'remove' } | null>(null);
  // Only what came from outside has newer versions there; a feed that cannot be read is told of in its own view.
  const isAsked = items.some((plugin) => !plugin.builtIn);
  const feed = useQuery({ queryKey: feedKey, queryFn: ({ signal }) => calls.feed(signal), enabled: isAsked, retry: false, staleTime: 60_000 });
  const updateOf = (plugin: AdminPlugin) => {
    const newest = feed.data?.items.find((one) => one.id === plugin.id)?.versions[0]?.version;
    return newest && !plugin.builtIn && isNewer(newest, plugin.version) ? newest : null;
  };
  const shown = items.find((plugin) => plugin.id === open?.id);
  const close = () => {
    setOpen(null);
  };
  if (items.length === 0) {
    return (
      <Card flush>
        <EmptyState icon="plugin">{t('empty')}</EmptyState>
      </Card>
    );
  }
  return (
    <div className="ad-stack">
      <Card flush>
        <div className="aw-table-box">
          <table className="aw-table ad-plugins" aria-label={t('table.label')}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col" data-align={column === 'features' ? 'right' : undefined}>
                    {column === 'actions' ? <span className="aw-vh">{t('table.actions')}</span> : t(`table.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((plugin) => {
                const update = updateOf(plugin);
                return (
                  <PluginRow
                    key={plugin.id}
                    plugin={plugin}
                    update={update}
                    isBusy={action.isPending && action.variables.plugin.id === plugin.id}
                    onDetails={() => { setOpen({ id: plugin.id, view: 'details' }); }}
                    onUpdate={() => { onReview(plugin.id, update ?? plugin.version); }}
                    onEnable={() => { action.mutate({ plugin, action: 'enable' }); }}
                    onDisable={() => { setOpen({ id: plugin.id, view: 'disable' }); }}
                    onRetry={() => { action.mutate({ plugin, action: 'retry' }); }}
                    onBack={() => { action.mutate({ plugin, action: 'rollback' }); }}
                    onRemove={() => { setOpen({ id: plugin.id, view: 'remove' }); }}
                  />
                );
              })}
            </tbody>
          </table>
        </div>
      </Card>
      <FeaturesCard />
      {shown && open?.view === 'details' && <PluginDrawer plugin={shown} onClose={close} />}
      {shown && open?.view === 'remove' && <RemoveDialog plugin={shown} onClose={close} />}
      {shown && open?.view === 'disable' && (
        <DisableDialog plugin={shown} busy={action.isPending} onClose={close} onConfirm={() => { action.mutate({ plugin: shown, action: 'disable' }, { onSettled: close }); }} />
      )}
    </div>
  );
}
