import { problemText, toast, useT } from '@aiwendy/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { calls, pluginsKey, type AdminPlugin, type PluginAction } from './pluginApi';
import { adminTexts } from './texts';
import { useNames } from './useNames';

/** Switches a plugin, tries it again, or goes back a version; a refusal is told with its reason. */
export function usePluginAction() {
  const t = useT(adminTexts);
  const kit = useT('kit');
  const client = useQueryClient();
  const { nameOf } = useNames();
  return useMutation({
    mutationFn: ({ plugin, action }: { plugin: AdminPlugin; action: PluginAction }) => calls.act(plugin.id, action),
    onError: (error, { plugin, action }) => {
      toast(`${t(`refused.${action}`, { name: nameOf(plugin) })} ${problemText(error, kit)}`, { kind: 'error' });
    },
    onSettled: () => client.invalidateQueries({ queryKey: pluginsKey.slice(0, 1) }),
  });
}
