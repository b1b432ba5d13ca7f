import { lazy, Suspense, useEffect } from 'react';
import { closeOverlay, useOverlay } from './paletteState';
import type { ShellPage } from './pageTypes';
import { useShortcuts } from './useShortcuts';

const loadPalette = () => import('./CommandPalette');
const CommandPalette = lazy(loadPalette);
const ShortcutSheet = lazy(() => import('./ShortcutSheet'));

/** What the shell opens above a page, loaded when it is first asked for. */
export function Overlays({ pages }: { pages: readonly ShellPage[] }) {
  useShortcuts();
  const overlay = useOverlay();
  useEffect(() => {
    // Loaded while nothing else happens, so that the first letters after Ctrl K are not lost.
    const timer = window.setTimeout(() => void loadPalette(), 1500);
    return () => {
      window.clearTimeout(timer);
    };
  }, []);
  return (
    <Suspense fallback={null}>
      {overlay === 'palette' && <CommandPalette pages={pages} onClose={closeOverlay} />}
      {overlay === 'shortcuts' && <ShortcutSheet onClose={closeOverlay} />}
    </Suspense>
  );
}
