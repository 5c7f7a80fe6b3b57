import { useEffect } from 'react';

/** Names the page in the browser's tab and history, the nearest thing first: *Berlin · Devices – Vesper*. */
export function usePageTitle(place: string | undefined): void {
  useEffect(() => {
    document.title = place === undefined ? 'Vesper' : `${place} – Vesper`;
  }, [place]);
}
