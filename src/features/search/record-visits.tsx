import { useEffect } from 'react';
import { useSearchContext } from './use-search-context.ts';
import { recordRecent } from './use-recent.ts';

/** Records each page that is visited, for *Recent* in the search. Renders nothing. */
export function RecordVisits({ scenario }: { scenario: string }) {
  const { here } = useSearchContext();
  const text = here && JSON.stringify(here);
  useEffect(() => {
    if (here) recordRecent(scenario, here);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the object is new on every render; its text identifies the page
  }, [scenario, text]);
  return null;
}
