import { lazy, Suspense } from 'react';
import { closeOverlay, useOverlay } from './paletteState';
import type { ShellPage } from './pageTypes';
import { useShortcuts } from './useShortcuts';

const CommandPalette = lazy(() => import('./CommandPalette'));
const ShortcutSheet = lazy(() => import('./ShortcutSheet'));

/** What the shell opens above a page, loaded when it is first asked for. */
export function Overlays({ pages }: { pages: readonly ShellPage[] }) {
  useShortcuts();
  const overlay = useOverlay();
  return (
    <Suspense fallback={null}>
      {overlay === 'palette' && <CommandPalette pages={pages} onClose={closeOverlay} />}
      {overlay === 'shortcuts' && <ShortcutSheet onClose={closeOverlay} />}
    </Suspense>
  );
}
