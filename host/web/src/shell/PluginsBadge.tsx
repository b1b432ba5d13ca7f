import { useMe } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { listPlugins, needsAttention, pluginsKey } from '../pages/plugins/pluginApi';

/** How many plugins need an administrator; nothing when none does. */
export function PluginsBadge() {
  const { data: me } = useMe();
  const mayLook = me?.role === 'admin' || me?.role === 'owner';
  const { data } = useQuery({ queryKey: pluginsKey, queryFn: ({ signal }) => listPlugins(signal), enabled: mayLook });
  const count = data?.items.filter(needsAttention).length ?? 0;
  return count > 0 ? <span className="sh-count">{count}</span> : null;
}
