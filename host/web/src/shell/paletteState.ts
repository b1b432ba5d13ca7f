import { useSyncExternalStore } from 'react';

export type Overlay = 'none' | 'palette' | 'shortcuts';

let overlay: Overlay = 'none';
const listeners = new Set<() => void>();

function set(next: Overlay): void {
  overlay = next;
  listeners.forEach((listener) => {
    listener();
  });
}

export function openPalette(): void {
  set('palette');
}

export function openShortcuts(): void {
  set('shortcuts');
}

export function closeOverlay(): void {
  set('none');
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Which of the shell's own surfaces is open. */
export function useOverlay(): Overlay {
  return useSyncExternalStore(subscribe, () => overlay);
}
