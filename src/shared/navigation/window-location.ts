import { closedWindowParams, useSearchParams, useSetSearchParams, type Section } from './route-location.ts';

/** Which section of the open Properties window is shown, and the ways to another one and out. */
export interface WindowLocation {
  readonly section: Section;
  readonly onSection: (section: Section) => void;
  readonly onClose: () => void;
}

/** The same as the address says it. */
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
