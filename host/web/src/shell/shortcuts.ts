/** `Ctrl Shift O` is a chord, `g t` a sequence. On a Mac, Ctrl stands for Command. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

/** Whether a key press is a chord such as `Ctrl K`. */
export function matchesChord(shortcut: string, press: KeyPress): boolean {
  const parts = shortcut.split(' ');
  const key = parts.at(-1) ?? '';
  const needs = (name: string) => parts.slice(0, -1).includes(name);
  return (
    isChord(shortcut) &&
    press.key.toLowerCase() === key.toLowerCase() &&
    (press.ctrlKey || press.metaKey) === needs('Ctrl') &&
    press.shiftKey === needs('Shift') &&
    press.altKey === needs('Alt')
  );
}

/** Whether a shortcut is a chord rather than a sequence of letters. */
export function isChord(shortcut: string): boolean {
  return /^(Ctrl|Shift|Alt) /.test(shortcut);
}

/** Whether typed keys end with a sequence such as `g t`. */
export function matchesSequence(shortcut: string, typed: readonly string[]): boolean {
  const keys = shortcut.split(' ');
  return !isChord(shortcut) && typed.length >= keys.length && keys.every((key, index) => typed[typed.length - keys.length + index] === key);
}

/** Whether keys belong to a text that is being written. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
