import { writeLocalStorage, readLocalStorage, useLocalStorage } from '#src/shared/ui/use-local-storage.ts';
import { readRecent, withoutPlace, withRecent, type FoundPlace } from './entries.ts';

/** Under which name a world's places are remembered: a place of one is none of another. */
const nameOf = (scenario: string) => `vesper.recent.${scenario}`;

/** The places where this browser was last in a world. Other tabs add to them too, so they are read anew before each change. */
export function useRecent(scenario: string) {
  const name = nameOf(scenario);
  const [text] = useLocalStorage<string>(name, '[]');
  return {
    recent: readRecent(text),
    forget: (place: FoundPlace) => {
      writeLocalStorage(name, JSON.stringify(withoutPlace(readRecent(readLocalStorage(name) ?? ''), place)));
    },
    forgetAll: () => {
      writeLocalStorage(name, null);
    },
  };
}

/** Remembers that one is at a place. */
export function rememberPlace(scenario: string, place: FoundPlace): void {
  const before = readLocalStorage(nameOf(scenario)) ?? '';
  const text = JSON.stringify(withRecent(readRecent(before), place));
  if (text !== before) writeLocalStorage(nameOf(scenario), text);
}
