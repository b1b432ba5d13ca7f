import { useEffect, useRef, type RefObject } from 'react';

/** After a change of page, reading goes on at the new page's beginning. The first page keeps the browser's focus. */
export function usePageFocus(pathname: string): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const previous = useRef(pathname);
  useEffect(() => {
    if (previous.current === pathname) {
      return;
    }
    previous.current = pathname;
    window.scrollTo(0, 0);
    if (!document.querySelector('dialog[open], .aw-drawer')) {
      main.current?.focus({ preventScroll: true });
    }
  }, [pathname]);
  return main;
}
