import { useEffect, type RefObject } from 'react';

/** Moves focus into a surface when it opens and back to where it was when it closes. */
export function useReturnFocus(surface: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const element = surface.current;
    element?.focus({ preventScroll: true });
    return () => {
      const active = document.activeElement;
      if (before?.isConnected && (!active || active === document.body || element?.contains(active))) {
        before.focus({ preventScroll: true });
      }
    };
  }, [surface]);
}
