import { useLanguage, useMe, type IconName } from '@aiwendy/sdk';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ComponentType } from 'react';
import { listPlugins, pluginsKey } from '../plugins/pluginApi';
import { PluginSettingsPanel } from './PluginSettingsPanel';

export interface GeneratedPanel {
  id: string;
  name: string;
  icon: IconName;
  component: ComponentType;
}

/** A panel for every plugin with a settings schema; administrators alone may change it. */
export function usePluginPanels(): { panels: readonly GeneratedPanel[]; isPending: boolean } {
  const { data: me, isPending: isAsking } = useMe();
  const isChinese = useLanguage() === 'zh-CN';
  const mayChange = me?.role === 'admin' || me?.role === 'owner';
  const plugins = useQuery({ queryKey: pluginsKey, queryFn: ({ signal }) => listPlugins(signal), enabled: mayChange });
  const items = plugins.data?.items;
  const panels = useMemo(
    () =>
      (items ?? [])
        .filter((plugin) => plugin.hasSettings)
        .map((plugin) => {
          const name = isChinese ? (plugin.nameZh ?? plugin.name) : plugin.name;
          return { id: `plugin-${plugin.id}`, name, icon: 'plugin' as const, component: () => <PluginSettingsPanel id={plugin.id} name={name} /> };
        }),
    [items, isChinese],
  );
  return { panels, isPending: isAsking || (mayChange && plugins.isPending) };
}
