import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** The width of an element, followed while it changes. */
export function useWidth<T extends Element>(fallback: number): [RefObject<T | null>, number] {
  const element = useRef<T>(null);
  const [width, setWidth] = useState(fallback);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target || typeof ResizeObserver === 'undefined') {
      return;
    }
    const observer = new ResizeObserver(([entry]) => {
      const measured = entry?.contentRect.width ?? 0;
      if (measured > 0) {
        setWidth(Math.round(measured));
      }
    });
    observer.observe(target);
    return () => {
      observer.disconnect();
    };
  }, []);
  return [element, width];
}
