import { cloneElement, useEffect, useId, useLayoutEffect, useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { usePluginId } from '../registry/PluginContext';

type Trigger = ReactElement<{ onClick?: () => void; 'aria-expanded'?: boolean; 'aria-haspopup'?: 'dialog'; 'aria-controls'?: string }>;

export interface PopoverProps {
  label: string;
  /** A button; it opens and closes. */
  trigger: Trigger;
  children: ReactNode;
  align?: 'start' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** A small surface beside its trigger. It is not modal; Esc or a press elsewhere closes it, and focus goes back. */
export function Popover({ label, trigger, children, align = 'start', open, onOpenChange }: PopoverProps) {
  const id = useId();
  const [isOwnOpen, setOwnOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const isOpen = open ?? isOwnOpen;
  const change = (next: boolean) => {
    setOwnOpen(next);
    onOpenChange?.(next);
  };
  return (
    <span ref={anchor} style={{ display: 'contents' }}>
      {cloneElement(trigger, {
        onClick: () => {
          change(!isOpen);
        },
        'aria-expanded': isOpen,
        'aria-haspopup': 'dialog',
        'aria-controls': isOpen ? id : undefined,
      })}
      {isOpen && (
        <Surface
          id={id}
          label={label}
          anchor={anchor}
          align={align}
          onClose={() => {
            change(false);
          }}
        >
          {children}
        </Surface>
      )}
    </span>
  );
}

const gap = 6;
const edge = 8;

function Surface({ id, label, anchor, align, onClose, children }: { id: string; label: string; anchor: RefObject<HTMLElement | null>; align: 'start' | 'end'; onClose: () => void; children: ReactNode }) {
  const plugin = usePluginId();
  const surface = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);

  useLayoutEffect(() => {
    close.current = onClose;
  });

  useLayoutEffect(() => {
    const follow = () => {
      const target = anchor.current?.firstElementChild?.getBoundingClientRect();
      const own = surface.current?.getBoundingClientRect();
      if (target && own) {
        const left = align === 'start' ? target.left : target.right - own.width;
        const fitsBelow = target.bottom + gap + own.height <= window.innerHeight - edge || target.top < own.height + gap;
        setPlace({
          left: Math.max(edge, Math.min(left, window.innerWidth - own.width - edge)),
          top: fitsBelow ? target.bottom + gap : target.top - own.height - gap,
        });
      }
    };
    follow();
    window.addEventListener('resize', follow);
    window.addEventListener('scroll', follow, true);
    return () => {
      window.removeEventListener('resize', follow);
      window.removeEventListener('scroll', follow, true);
    };
  }, [anchor, align]);

  useEffect(() => {
    const trigger = anchor.current?.firstElementChild;
    const element = surface.current;
    element?.focus({ preventScroll: true });
    const press = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!element?.contains(target) && !trigger?.contains(target)) {
        close.current();
      }
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        event.preventDefault();
        close.current();
      }
    };
    document.addEventListener('pointerdown', press, true);
    document.addEventListener('keydown', key, true);
    return () => {
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('keydown', key, true);
      if (trigger instanceof HTMLElement && (element?.contains(document.activeElement) || document.activeElement === document.body)) {
        trigger.focus({ preventScroll: true });
      }
    };
  }, [anchor]);

  return createPortal(
    <div data-plugin={plugin ?? undefined} style={{ display: 'contents' }}>
      <div id={id} ref={surface} role="dialog" aria-label={label} tabIndex={-1} data-focus-quietly="" className="aw-popover" style={{ position: 'fixed', ...(place ?? { visibility: 'hidden', left: 0, top: 0 }) }}>
        {children}
      </div>
    </div>,
    anchor.current?.closest('dialog') ?? document.body,
  );
}
