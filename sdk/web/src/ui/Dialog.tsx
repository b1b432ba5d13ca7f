import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useT } from '../i18n/useT';
import { usePluginId } from '../registry/PluginContext';
import { Button } from './Button';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children?: ReactNode;
  /** The buttons; the last one confirms. */
  footer: ReactNode;
  className?: string;
}

/** A modal dialog on the platform's own element: focus stays inside, Esc closes, the page behind is inert. */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null;
}

function OpenDialog({ onClose, title, children, footer, className }: Omit<DialogProps, 'open'>) {
  const id = useId();
  const plugin = usePluginId();
  const element = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before?.isConnected) {
        before.focus({ preventScroll: true });
      }
    };
  }, []);

  return createPortal(
    <div data-plugin={plugin ?? undefined} style={{ display: 'contents' }}>
      <dialog
        ref={element}
        className={className ? `aw-dialog ${className}` : 'aw-dialog'}
        aria-labelledby={id}
        onCancel={(event) => {
          event.preventDefault();
          onClose();
        }}
        onClick={(event) => {
          if (event.target === element.current) {
            onClose();
          }
        }}
      >
        <div className="aw-dialog-inner">
          <div className="aw-dialog-body">
            <h2 id={id}>{title}</h2>
            {children}
          </div>
          <div className="aw-dialog-foot">{footer}</div>
        </div>
      </dialog>
    </div>,
    document.body,
  );
}

export interface ConfirmProps {
  open: boolean;
  /** Names the thing and the count, e.g. "Delete 3 trades". */
  title: string;
  children?: ReactNode;
  /** Repeats the title's verb. */
  confirm: string;
  onConfirm: () => void;
  onClose: () => void;
  busy?: boolean;
  destructive?: boolean;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({ open, title, children, confirm, onConfirm, onClose, busy, destructive = true }: ConfirmProps) {
  const t = useT('kit');
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button kind={destructive ? 'destructive-filled' : 'primary'} busy={busy} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
