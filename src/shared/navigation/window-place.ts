import { noWindow, usePlaceSearch, useSetPlace, type Section } from './place.ts';

/** Which section of the open Properties window is shown, and the ways to another one and out. */
export interface WindowPlace {
  readonly section: Section;
  readonly onSection: (section: Section) => void;
  readonly onClose: () => void;
}

/** The same as the address says it. */
export function useWindowPlace(): WindowPlace {
  const { section = 'general' } = usePlaceSearch('section');
  const setPlace = useSetPlace();
  return {
    section,
    onSection: (section) => {
      setPlace({ section });
    },
    onClose: () => {
      setPlace(noWindow);
    },
  };
}
