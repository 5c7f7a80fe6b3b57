import { useState } from 'react';

/** State that this browser remembers under a name; where it may not store anything, it lasts as long as the page. */
export function useRemembered<T extends string>(name: string, first: T) {
  const [value, setValue] = useState<string>(() => read(name) ?? first);
  const set = (next: T) => {
    setValue(next);
    try {
      localStorage.setItem(name, next);
    } catch {
      // Storage is refused: the choice holds for this page only.
    }
  };
  return [value, set] as const;
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
