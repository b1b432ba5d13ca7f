import { Badge, Button, formatDateTime, browserZone, Notice, useLanguage, useT } from '@aiwendy/sdk';
import { useWebFailures } from '../../plugins/loadState';
import { needsAttention, stateLooks, type AdminPlugin } from './pluginApi';

export interface PluginRowProps {
  plugin: AdminPlugin;
  isBusy: boolean;
  onEnable: () => void;
  onDisable: () => void;
}

/** One plugin; below it the reason when it does not run, or its pages did not load. */
export function PluginRow({ plugin, isBusy, onEnable, onDisable }: PluginRowProps) {
  const t = useT('shell');
  const language = useLanguage();
  const look = stateLooks[plugin.state];
  const webFailure = useWebFailures().get(plugin.id);
  const reason = needsAttention(plugin) ? (plugin.reason ?? plugin.lastFault?.message) : webFailure;
  const description = language === 'zh-CN' ? (plugin.description?.zh ?? plugin.description?.en) : plugin.description?.en;
  const isOn = plugin.state === 'active' || plugin.state === 'starting' || plugin.state === 'waiting';
  return (
    <>
      <tr>
        <td>
          <b>{plugin.name}</b>
          <small className="aw-mono">{plugin.id}</small>
          {description && <span className="sh-plugin-text">{description}</span>}
        </td>
        <td>
          <Badge tone={look.tone} icon={look.icon}>
            {t(`plugins.states.${plugin.state}`)}
          </Badge>
        </td>
        <td className="aw-num">{plugin.version}</td>
        <td>
          {plugin.builtIn ? t('plugins.sources.builtIn') : (plugin.publisher ?? t('plugins.sources.installed'))}
          <small>{t(`plugins.editions.${plugin.edition}`)}</small>
        </td>
        <td data-align="right">
          <Button size="small" kind="quiet" busy={isBusy} onClick={isOn ? onDisable : onEnable} aria-label={`${isOn ? t('plugins.disable') : t('plugins.enable')}: ${plugin.name}`}>
            {isOn ? t('plugins.disable') : t('plugins.enable')}
          </Button>
        </td>
      </tr>
      {reason && (
        <tr className="sh-plugin-why">
          <td colSpan={5}>
            <Notice
              tone="warn"
              title={t(needsAttention(plugin) ? `plugins.why.${plugin.state}` : 'plugins.webFailed')}
              actions={
                plugin.state === 'faulted' && (
                  <Button size="small" icon="refresh" busy={isBusy} onClick={onEnable}>
                    {t('plugins.tryAgain')}
                  </Button>
                )
              }
            >
              {reason}
              {needsAttention(plugin) && plugin.lastFault && plugin.lastFault.message !== reason && (
                <span className="mt-1 block text-12">
                  {formatDateTime(plugin.lastFault.at, browserZone(), language)} <code>{plugin.lastFault.where}</code> {plugin.lastFault.message}
                </span>
              )}
            </Notice>
          </td>
        </tr>
      )}
    </>
  );
}
