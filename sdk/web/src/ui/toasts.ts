export interface Toast {
  id: number;
  text: string;
  kind: 'done' | 'error';
  action?: { label: string; run: () => void };
}

export interface ToastOptions {
  /** Errors stay until they are closed. */
  kind?: 'done' | 'error';
  /** Usually "Undo". */
  action?: { label: string; run: () => void };
  /** Milliseconds; 5 s by default, 8 s with an action. */
  duration?: number;
}

/** More than this many toasts within this time are a flood; nobody reads them, and they lie above what one wants to click. */
const most = 12;
const span = 2000;

let began = 0;
let count = 0;
let isFlooded = false;

function isTooMuch(): boolean {
  const now = Date.now();
  if (now - began >= span) {
    // One that goes on is held back from its first toast.
    isFlooded = count > most && now - began < 2 * span;
    began = now;
    count = 0;
  }
  count += 1;
  return isFlooded || count > most;
}

let next = 1;
let toasts: readonly Toast[] = [];
const listeners = new Set<() => void>();

function set(changed: readonly Toast[]): void {
  toasts = changed;
  listeners.forEach((listener) => {
    listener();
  });
}

/** Tells what happened out of sight, with a way back. What the page shows anyway needs no toast. */
export function toast(text: string, options: ToastOptions = {}): number {
  const id = next++;
  if (isTooMuch()) {
    return id;
  }
  const kind = options.kind ?? 'done';
  // Somebody who says the same again and again takes one place, not all.
  const others = toasts.filter((one) => one.text !== text || one.kind !== kind || one.action !== undefined);
  set([...others.slice(-2), { id, text, kind, action: options.action }]);
  if (kind === 'done') {
    window.setTimeout(() => {
      dismissToast(id);
    }, options.duration ?? (options.action ? 8000 : 5000));
  }
  return id;
}

/** Takes a toast away. */
export function dismissToast(id: number): void {
  set(toasts.filter((one) => one.id !== id));
}

export const toastStore = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  get: () => toasts,
};
