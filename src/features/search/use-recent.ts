import { writeLocalStorage, readLocalStorage, useLocalStorage } from '#src/shared/ui/use-local-storage.ts';
import { parseRecent, removeRecent, addRecent, type FoundObject } from './search-results.ts';

/** Under which name a world's places are remembered: a place of one is none of another. */
const nameOf = (scenario: string) => `vesper.recent.${scenario}`;

/** The places where this browser was last in a world. Other tabs add to them too, so they are read anew before each change. */
export function useRecent(scenario: string) {
  const name = nameOf(scenario);
  const [text] = useLocalStorage<string>(name, '[]');
  return {
    recent: parseRecent(text),
    forget: (place: FoundObject) => {
      writeLocalStorage(name, JSON.stringify(removeRecent(parseRecent(readLocalStorage(name) ?? ''), place)));
    },
    forgetAll: () => {
      writeLocalStorage(name, null);
    },
  };
}

/** Remembers that one is at a place. */
export function recordRecent(scenario: string, place: FoundObject): void {
  const before = readLocalStorage(nameOf(scenario)) ?? '';
  const text = JSON.stringify(addRecent(parseRecent(before), place));
  if (text !== before) writeLocalStorage(nameOf(scenario), text);
}
