import { useEffect } from 'react';
import { useSearchContext } from './use-search-context.ts';
import { recordRecent } from './use-recent.ts';

/** Remembers each place where one is, for *Recent* in the search. Draws nothing. */
export function RecordVisits({ scenario }: { scenario: string }) {
  const { here } = useSearchContext();
  const text = here && JSON.stringify(here);
  useEffect(() => {
    if (here) recordRecent(scenario, here);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the place is made anew with each drawing; it is another one when its text is
  }, [scenario, text]);
  return null;
}
