import { useEffect, useState } from 'react';

const listeners = new Set<(name: string) => void>();
/** Values that the browser refused to store. They last as long as the page. */
const memoryFallback = new Map<string, string>();

/** The stored text; null if there is none. */
export function readLocalStorage(name: string): string | null {
  try {
    return localStorage.getItem(name) ?? memoryFallback.get(name) ?? null;
  } catch {
    return memoryFallback.get(name) ?? null;
  }
}

/** Stores a text, or removes it with null. Falls back to memory where the browser refuses storage. */
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

/** The stored keys that match: `rememberedNames(/^vesper\..*\.density$/)`. */
export function localStorageKeys(kind: RegExp): string[] {
  try {
    return [...Object.keys(localStorage), ...memoryFallback.keys()].filter((name) => kind.test(name));
  } catch {
    return [...memoryFallback.keys()].filter((name) => kind.test(name));
  }
}

/** Calls `listener` with the key after each change in this page. @returns a function to unsubscribe */
export function onLocalStorageChange(listener: (name: string) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** State in local storage, which follows changes made elsewhere in the page. */
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
