import { useSyncExternalStore } from 'react';
import { Icon } from '../icons/Icon';
import { useT } from '../i18n/useT';
import { dismissToast, toastStore } from './toasts';

/** Draws the toasts; the shell has one. */
export function Toaster() {
  const t = useT('kit');
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.get);
  return (
    <div className="aw-toasts" role="status" aria-live="polite">
      {toasts.map((one) => (
        <div key={one.id} className="aw-toast">
          {one.kind === 'error' && <Icon name="warning" />}
          <span>{one.text}</span>
          {one.action && (
            <button
              type="button"
              onClick={() => {
                one.action?.run();
                dismissToast(one.id);
              }}
            >
              {one.action.label}
            </button>
          )}
          <button
            type="button"
            aria-label={t('close')}
            onClick={() => {
              dismissToast(one.id);
            }}
          >
            <Icon name="close" size={14} />
          </button>
        </div>
      ))}
    </div>
  );
}
