import { useSyncExternalStore } from 'react';

export interface LoadState {
  phase: 'waiting' | 'ready';
  problem: unknown;
}

let state: LoadState = { phase: 'waiting', problem: null };
let failures: ReadonlyMap<string, string> = new Map();
const listeners = new Set<() => void>();

function publish(): void {
  listeners.forEach((listener) => {
    listener();
  });
}

/** Says whether the plugins' pages are here, and if not, why. */
export function setLoadState(phase: LoadState['phase'], problem: unknown = null): void {
  state = { phase, problem };
  publish();
}

/** Notes that a plugin's web module failed to load, or no longer does. */
export function setWebFailure(id: string, reason: string | null): void {
  if (reason === null && !failures.has(id)) {
    return;
  }
  const next = new Map(failures);
  if (reason === null) {
    next.delete(id);
  } else {
    next.set(id, reason);
  }
  failures = next;
  publish();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the plugins' pages are here. */
export function useLoadState(): LoadState {
  return useSyncExternalStore(subscribe, () => state);
}

/** Plugins whose web module could not be loaded, with the reason. */
export function useWebFailures(): ReadonlyMap<string, string> {
  return useSyncExternalStore(subscribe, () => failures);
}
