import { useEffect } from 'react';
import { useAtHand } from './at-hand.ts';
import { rememberPlace } from './recent.ts';

/** Remembers each place where one is, for *Recent* in the search. Draws nothing. */
export function Visits({ scenario }: { scenario: string }) {
  const { here } = useAtHand();
  const text = here && JSON.stringify(here);
  useEffect(() => {
    if (here) rememberPlace(scenario, here);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the place is made anew with each drawing; it is another one when its text is
  }, [scenario, text]);
  return null;
}
