import { useEffect } from 'react';
import { useAtHand } from './at-hand.ts';
import { rememberPlace } from './recent.ts';

/** Remembers each place where one is, for *Recent* in the search. Draws nothing. */
export function Visits({ scenario }: { scenario: string }) {
  const { here } = useAtHand();
  const text = here && JSON.stringify(here);
  useEffect(() => {
    if (here) rememberPlace(scenario, here);
    // The place is another one when its text is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [scenario, text]);
  return null;
}
