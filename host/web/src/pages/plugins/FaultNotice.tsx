import { Button, Notice, useFormat, useT } from '@aiwendy/sdk';
import { earlierVersion, needsAttention, type AdminPlugin } from './pluginApi';
import { adminTexts } from './texts';

export interface FaultNoticeProps {
  plugin: AdminPlugin;
  webFailure: string | undefined;
  isBusy: boolean;
  onRetry: () => void;
  onBack: () => void;
  onDetails: () => void;
  onRemove: () => void;
}

/** What is the matter with a plugin, and what can be done about it. */
export function FaultNotice({ plugin, webFailure, isBusy, onRetry, onBack, onDetails, onRemove }: FaultNoticeProps) {
  const t = useT(adminTexts);
  if (!needsAttention(plugin)) {
    return plugin.failure ? (
      <Notice tone="warn" title={t('upgradeFailed', { version: plugin.failure.version })}>
        {plugin.failure.reason}
      </Notice>
    ) : (
      <Notice tone="warn" title={t('webFailed')}>
        {webFailure}
      </Notice>
    );
  }
  const { fault } = plugin;
  const back = earlierVersion(plugin);
  const reason = plugin.reason ?? fault?.message;
  return (
    <Notice
      tone="warn"
      title={t(`why.${plugin.state}`)}
      actions={
        <>
          {plugin.state !== 'incompatible' && (
            <Button size="small" icon="refresh" busy={isBusy} onClick={onRetry}>
              {t('retry')}
            </Button>
          )}
          {back && (
            <Button size="small" busy={isBusy} onClick={onBack}>
              {t('back', { version: back })}
            </Button>
          )}
          {fault && (fault.stack !== null || fault.log.length > 0) && (
            <Button size="small" kind="quiet" onClick={onDetails}>
              {t('log')}
            </Button>
          )}
          {!plugin.builtIn && (
            <Button size="small" kind="quiet" onClick={onRemove}>
              {t('remove')}
            </Button>
          )}
        </>
      }
    >
      {reason}
      {fault && !reason?.includes(fault.message) && (
        <>
          {' '}
          <code>{fault.message}</code>
        </>
      )}
      {fault && <FaultTimes plugin={plugin} />}
    </Notice>
  );
}

/** How often, when last, when next. */
export function FaultTimes({ plugin }: { plugin: AdminPlugin }) {
  const t = useT(adminTexts);
  const format = useFormat();
  const { fault } = plugin;
  if (!fault) {
    return null;
  }
  const words = [
    t('fault.count', { count: fault.count }),
    t('fault.last', { when: format.dateTime(fault.at, { seconds: true }) }),
    fault.retryAt ? t('fault.next', { when: format.time(fault.retryAt, { seconds: true }) }) : null,
  ];
  return (
    <span className="ad-times">
      <code>{fault.where}</code> {words.filter(Boolean).join(' · ')}
    </span>
  );
}
