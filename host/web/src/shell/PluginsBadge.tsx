import { useMe } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { useWebModules } from '../plugins/loadState';
import { listPlugins, needsAttention, pluginsKey } from '../pages/plugins/pluginApi';

/** How many plugins need an administrator; nothing when none does. */
export function PluginsBadge() {
  const { data: me } = useMe();
  const mayLook = me?.role === 'admin' || me?.role === 'owner';
  const { data } = useQuery({ queryKey: pluginsKey, queryFn: ({ signal }) => listPlugins(signal), enabled: mayLook });
  const modules = useWebModules();
  const count = data?.items.filter((plugin) => needsAttention(plugin) || modules.get(plugin.id)?.phase === 'failed').length ?? 0;
  return count > 0 ? <span className="sh-count">{count}</span> : null;
}
