import { useEffect, useLayoutEffect, useRef, useState, type HTMLAttributes, type ReactNode, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { usePluginId } from '../registry/PluginContext';

export interface AnchoredProps extends HTMLAttributes<HTMLDivElement> {
  /** Its first child is the trigger. */
  anchor: RefObject<HTMLElement | null>;
  align: 'start' | 'end';
  onClose: () => void;
  /** Gives focus inside when it has opened; the surface itself by default. */
  onOpened?: (surface: HTMLElement) => void;
  children: ReactNode;
}

const gap = 6;
const edge = 8;

/** A surface beside its trigger: keeps its place, closes with Esc or a press elsewhere, gives the focus back. */
export function Anchored({ anchor, align, onClose, onOpened, children, ...rest }: AnchoredProps) {
  const plugin = usePluginId();
  const surface = useRef<HTMLDivElement>(null);
  const calls = useRef({ onClose, onOpened });
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);

  useLayoutEffect(() => {
    calls.current = { onClose, onOpened };
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

  // A hidden element cannot take focus, so this waits until it has a place.
  const isPlaced = place !== null;
  useEffect(() => {
    const element = surface.current;
    if (isPlaced && element) {
      if (calls.current.onOpened) {
        calls.current.onOpened(element);
      } else {
        element.focus({ preventScroll: true });
      }
    }
  }, [isPlaced]);

  useEffect(() => {
    const trigger = anchor.current?.firstElementChild;
    const element = surface.current;
    const press = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!element?.contains(target) && !trigger?.contains(target)) {
        calls.current.onClose();
      }
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        event.preventDefault();
        calls.current.onClose();
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

  // Inside a dialog everything else is out of reach; elsewhere the surface belongs to the main landmark.
  const container = anchor.current?.closest('dialog') ?? document.getElementById('content') ?? document.body;
  return createPortal(
    <div data-plugin={plugin ?? undefined} style={{ display: 'contents' }}>
      <div {...rest} ref={surface} tabIndex={-1} data-focus-quietly="" style={{ position: 'fixed', ...(place ?? { visibility: 'hidden', left: 0, top: 0 }) }}>
        {children}
      </div>
    </div>,
    container,
  );
}
