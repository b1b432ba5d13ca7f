import { useSyncExternalStore } from 'react';

export interface LoadState {
  phase: 'waiting' | 'ready';
  problem: unknown;
}

/** How far the web module of a plugin is. */
export interface WebModuleState {
  name: string;
  phase: 'loading' | 'ready' | 'failed';
  /** Why it failed; null for one that did not arrive in time. */
  reason: string | null;
}

let state: LoadState = { phase: 'waiting', problem: null };
let modules: ReadonlyMap<string, WebModuleState> = new Map();
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

/** Notes how far a plugin's web module is; null forgets it. */
export function setWebModule(id: string, module: WebModuleState | null): void {
  const next = new Map(modules);
  if (module === null) {
    next.delete(id);
  } else {
    next.set(id, module);
  }
  modules = next;
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

/** The web modules of plugins, by id. */
export function useWebModules(): ReadonlyMap<string, WebModuleState> {
  return useSyncExternalStore(subscribe, () => modules);
}
