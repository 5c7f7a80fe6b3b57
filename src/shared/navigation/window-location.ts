import { closedWindowParams, useSearchParams, useSetSearchParams, type Section } from './route-location.ts';

/** The section of the open Properties window, and how to change it or to close the window. */
export interface WindowLocation {
  readonly section: Section;
  readonly onSection: (section: Section) => void;
  readonly onClose: () => void;
}

/** The location of the open window, from the URL. */
export function useWindowLocation(): WindowLocation {
  const { section = 'general' } = useSearchParams('section');
  const setPlace = useSetSearchParams();
  return {
    section,
    onSection: (section) => {
      setPlace({ section });
    },
    onClose: () => {
      setPlace(closedWindowParams);
    },
  };
}
