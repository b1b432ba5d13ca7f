import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';
export type MoneyColours = 'teal-rust' | 'green-red' | 'red-green';

const keys = { theme: 'aiwendy.theme', money: 'aiwendy.money' } as const;
const listeners = new Set<() => void>();
const system = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null;

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

interface Look {
  theme: Theme;
  shown: 'light' | 'dark';
  money: MoneyColours;
}

function currentLook(theme: Theme, money: MoneyColours): Look {
  return { theme, money, shown: theme === 'system' ? (system?.matches ? 'dark' : 'light') : theme };
}

function storedTheme(): Theme {
  const stored = read(keys.theme);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

function storedMoney(): MoneyColours {
  const stored = read(keys.money);
  return stored === 'green-red' || stored === 'red-green' ? stored : 'teal-rust';
}

let look = currentLook(storedTheme(), storedMoney());

function apply(changed: Look): void {
  look = changed;
  document.documentElement.dataset['theme'] = changed.shown;
  document.documentElement.dataset['money'] = changed.money;
  listeners.forEach((listener) => {
    listener();
  });
}

system?.addEventListener('change', () => {
  apply(currentLook(look.theme, look.money));
});

/** Chooses light, dark or the system's choice, for good. */
export function setTheme(theme: Theme): void {
  write(keys.theme, theme);
  apply(currentLook(theme, look.money));
}

/** Chooses the colours of gain and loss, for good. */
export function setMoneyColours(money: MoneyColours): void {
  write(keys.money, money);
  apply(currentLook(look.theme, money));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The chosen theme, what is shown now, and the colours of money; charts read tokens again when it changes. */
export function useTheme(): Look {
  return useSyncExternalStore(subscribe, () => look);
}
