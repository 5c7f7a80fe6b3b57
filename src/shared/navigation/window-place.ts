import { noWindow, usePlace, useSetPlace, type Section } from './place.ts';

/** Which section of the open Properties window is shown, and the ways to another one and out. */
export interface WindowPlace {
  readonly section: Section;
  readonly onSection: (section: Section) => void;
  readonly onClose: () => void;
}

/** The same as the address says it. */
export function useWindowPlace(): WindowPlace {
  const { search } = usePlace();
  const setPlace = useSetPlace();
  return {
    section: search.section ?? 'general',
    onSection: (section) => {
      setPlace({ section });
    },
    onClose: () => {
      setPlace(noWindow);
    },
  };
}
