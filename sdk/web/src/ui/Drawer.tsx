import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useT } from '../i18n/useT';
import { usePluginId } from '../registry/PluginContext';
import { IconButton } from './IconButton';
import { useReturnFocus } from './useReturnFocus';

export interface DrawerProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}

/**
 * Beside the page on a desktop, a sheet from the bottom on a phone. It is not modal: the page stays usable, Esc closes,
 * focus goes back to where it came from.
 */
export function Drawer({ open, onClose, title, footer, children }: DrawerProps) {
  return open ? (
    <OpenDrawer onClose={onClose} title={title} footer={footer}>
      {children}
    </OpenDrawer>
  ) : null;
}

function OpenDrawer({ onClose, title, footer, children }: Omit<DrawerProps, 'open'>) {
  const t = useT('kit');
  const id = useId();
  const plugin = usePluginId();
  const box = useRef<HTMLElement>(null);
  useReturnFocus(box);

  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) {
        event.preventDefault();
        onClose();
      }
    };
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('keydown', close);
    };
  }, [onClose]);

  return createPortal(
    <div data-plugin={plugin ?? undefined} style={{ display: 'contents' }}>
      <div className="aw-drawer-scrim" onClick={onClose} />
      <aside className="aw-drawer" aria-labelledby={id} ref={box} tabIndex={-1} data-focus-quietly="">
        <div className="aw-drawer-head">
          <h2 id={id}>{title}</h2>
          <IconButton icon="close" label={t('close')} onClick={onClose} tooltip={false} />
        </div>
        <div className="aw-drawer-body">{children}</div>
        {footer && <div className="aw-drawer-foot">{footer}</div>}
      </aside>
    </div>,
    document.body,
  );
}
