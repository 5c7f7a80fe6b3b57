import { useEffect, useState } from 'react';

/** Who wants to know when something remembered changes in this page. */
const listeners = new Set<(name: string) => void>();
/** What could not be stored: it holds for this page only. */
const memoryFallback = new Map<string, string>();

/** What this browser remembers under a name; null when nothing is. */
export function readLocalStorage(name: string): string | null {
  try {
    return localStorage.getItem(name) ?? memoryFallback.get(name) ?? null;
  } catch {
    return memoryFallback.get(name) ?? null;
  }
}

/** Remembers a text under a name, or forgets it with null; where nothing may be stored, for as long as the page lasts. */
export function writeLocalStorage(name: string, value: string | null): void {
  memoryFallback.delete(name);
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    if (value !== null) memoryFallback.set(name, value);
  }
  for (const listener of listeners) listener(name);
}

/** The names of this kind under which something is remembered: `rememberedNames(/^vesper\..*\.density$/)`. */
export function localStorageKeys(kind: RegExp): string[] {
  try {
    return [...Object.keys(localStorage), ...memoryFallback.keys()].filter((name) => kind.test(name));
  } catch {
    return [...memoryFallback.keys()].filter((name) => kind.test(name));
  }
}

/** Calls back after each change in this page, with the name that changed. @returns what ends it */
export function onLocalStorageChange(listener: (name: string) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** State that this browser remembers under a name, and that follows when it is changed or forgotten elsewhere in the page. */
export function useLocalStorage<T extends string>(name: string, first: T) {
  const [value, setValue] = useState<string>(() => readLocalStorage(name) ?? first);
  useEffect(
    () =>
      onLocalStorageChange((changed) => {
        if (changed === name) setValue(readLocalStorage(name) ?? first);
      }),
    [name, first],
  );
  const set = (next: T) => {
    writeLocalStorage(name, next);
  };
  return [value, set] as const;
}
