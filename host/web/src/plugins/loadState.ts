import { useSyncExternalStore } from 'react';

export interface LoadState {
  phase: 'waiting' | 'ready';
  problem: unknown;
}

let state: LoadState = { phase: 'waiting', problem: null };
const listeners = new Set<() => void>();

/** Says whether the plugins' pages are here, and if not, why. */
export function setLoadState(phase: LoadState['phase'], problem: unknown = null): void {
  state = { phase, problem };
  listeners.forEach((listener) => {
    listener();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLoadState(): LoadState {
  return useSyncExternalStore(subscribe, () => state);
}
