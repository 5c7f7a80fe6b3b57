import { useEffect } from 'react';

/** Sets the document title, most specific part first: *Berlin · Devices – Vesper*. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title === undefined ? 'Vesper' : `${title} – Vesper`;
  }, [title]);
}
