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
