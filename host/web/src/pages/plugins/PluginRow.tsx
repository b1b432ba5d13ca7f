import { Badge, IconButton, Menu, useFormat, useT, type MenuItem } from '@aiwendy/sdk';
import { useWebModules } from '../../plugins/loadState';
import { FaultNotice } from './FaultNotice';
import { earlierVersion, exportAddress, isOn, needsAttention, stateLooks, type AdminPlugin } from './pluginApi';
import { adminTexts } from './texts';
import { useNames } from './useNames';

export interface PluginRowProps {
  plugin: AdminPlugin;
  /** A newer version in the feed. */
  update: string | null;
  isBusy: boolean;
  onDetails: () => void;
  onUpdate: () => void;
  onEnable: () => void;
  onDisable: () => void;
  onRetry: () => void;
  onBack: () => void;
  onRemove: () => void;
}

/** One plugin; below it what is the matter, when something is. */
export function PluginRow(props: PluginRowProps) {
  const { plugin, update, onDetails, onUpdate } = props;
  const t = useT(adminTexts);
  const { nameOf } = useNames();
  const look = stateLooks[plugin.state];
  const module = useWebModules().get(plugin.id);
  const webFailure = module?.phase === 'failed' ? (module.reason ?? t('webSilent')) : undefined;
  const on = plugin.features.filter((feature) => feature.isOn).length;
  const isWrong = needsAttention(plugin) || plugin.failure !== null || webFailure !== undefined;
  return (
    <>
      <tr>
        <td>
          <button type="button" className="ad-name" onClick={onDetails}>
            <b>{nameOf(plugin)}</b>
            <small className="aw-mono">{plugin.id}</small>
          </button>
        </td>
        <td>
          <Badge tone={look.tone} icon={look.icon}>
            {t(`states.${plugin.state}`)}
          </Badge>
        </td>
        <td className="aw-num">
          {plugin.version}
          {update && (
            <button type="button" className="aw-link ad-update" onClick={onUpdate}>
              {t('update', { version: update })}
            </button>
          )}
        </td>
        <td>
          <Health plugin={plugin} />
        </td>
        <td>{plugin.edition === 'cloud' && plugin.builtIn ? t('editions.cloud') : t(`trust.${plugin.trust}`)}</td>
        <td className="aw-num" data-align="right">
          {plugin.features.length === 0 ? '\u2013' : `${on} / ${plugin.features.length}`}
        </td>
        <td data-align="right">
          <RowMenu {...props} name={nameOf(plugin)} />
        </td>
      </tr>
      {isWrong && (
        <tr className="ad-why">
          <td colSpan={7}>
            <FaultNotice plugin={plugin} webFailure={webFailure} isBusy={props.isBusy} onRetry={props.onRetry} onBack={props.onBack} onDetails={onDetails} onRemove={props.onRemove} />
          </td>
        </tr>
      )}
    </>
  );
}

function Health({ plugin }: { plugin: AdminPlugin }) {
  const t = useT(adminTexts);
  const format = useFormat();
  const { figures } = plugin;
  if (!figures || plugin.state !== 'active') {
    return <span className="text-text-3">{'\u2013'}</span>;
  }
  return (
    <span className="ad-health aw-num">
      {figures.requests > 0 && <span>{`${format.ratio(figures.p50Ms, figures.p50Ms < 10 ? 1 : 0)} ms`}</span>}
      <small>{t('calls', { count: figures.requests, shown: format.count(figures.requests) })}</small>
      {figures.errors > 0 && (
        <Badge tone="warn" icon="warning">
          {t('errors', { count: figures.errors, shown: format.count(figures.errors) })}
        </Badge>
      )}
    </span>
  );
}

function RowMenu({ plugin, isBusy, onDetails, onEnable, onDisable, onRetry, onBack, onRemove, name }: PluginRowProps & { name: string }) {
  const t = useT(adminTexts);
  const back = earlierVersion(plugin);
  const items: MenuItem[] = [{ label: t('details'), icon: 'info', onSelect: onDetails }];
  if (plugin.state === 'faulted') {
    items.push({ label: t('retry'), icon: 'refresh', onSelect: onRetry });
  }
  items.push(isOn(plugin) || plugin.state === 'faulted' ? { label: t('disable'), icon: 'power', onSelect: onDisable } : { label: t('enable'), icon: 'power', onSelect: onEnable });
  if (back) {
    items.push({ label: t('back', { version: back }), icon: 'undo', onSelect: onBack });
  }
  items.push({ label: t('export'), icon: 'download', onSelect: () => { window.location.assign(exportAddress(plugin.id)); } });
  if (!plugin.builtIn) {
    items.push('separator', { label: t('remove'), icon: 'trash', destructive: true, onSelect: onRemove });
  }
  const label = t('actionsOf', { name });
  return <Menu label={label} items={items} trigger={<IconButton icon="more" label={label} tooltip={false} disabled={isBusy} />} />;
}
