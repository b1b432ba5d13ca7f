import { useCallback, useEffect, useRef, useState } from 'react';

export type SaveState = 'idle' | 'waiting' | 'saving' | 'saved' | 'failed';

export interface Draft<T> {
  value: T;
  state: SaveState;
  problem: unknown;
  /** Changes some fields; they are sent together once nothing was typed for a moment. */
  change: (patch: Partial<T>) => void;
  /** Sends what waits, at once. */
  flush: () => void;
}

/**
 * What a person types is kept at once and saved a moment later, changed fields only. What fails stays and is sent again
 * with the next change or by hand; leaving the page sends what waits.
 */
export function useDraft<T extends object>(initial: T, save: (patch: Partial<T>) => Promise<unknown>, delay = 700): Draft<T> {
  const [value, setValue] = useState(initial);
  const [state, setState] = useState<SaveState>('idle');
  const [problem, setProblem] = useState<unknown>(null);
  const waiting = useRef<Partial<T>>({});
  const timer = useRef<number>(undefined);
  const busy = useRef(false);
  const latest = useRef(save);

  useEffect(() => {
    latest.current = save;
  });

  const flush = useCallback(() => {
    window.clearTimeout(timer.current);
    if (busy.current || Object.keys(waiting.current).length === 0) {
      return;
    }
    const patch = waiting.current;
    waiting.current = {};
    busy.current = true;
    setState('saving');
    latest.current(patch).then(
      () => {
        busy.current = false;
        setProblem(null);
        setState('saved');
        if (Object.keys(waiting.current).length > 0) {
          flush();
        }
      },
      (error: unknown) => {
        busy.current = false;
        waiting.current = { ...patch, ...waiting.current };
        setProblem(error);
        setState('failed');
      },
    );
  }, []);

  const change = useCallback(
    (patch: Partial<T>) => {
      waiting.current = { ...waiting.current, ...patch };
      setValue((before) => ({ ...before, ...patch }));
      setState('waiting');
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(flush, delay);
    },
    [flush, delay],
  );

  useEffect(() => flush, [flush]);

  return { value, state, problem, change, flush };
}
