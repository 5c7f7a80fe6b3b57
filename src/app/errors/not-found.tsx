import { Suspense } from 'react';
import { later } from '#src/shared/ui/lazy-component.tsx';

const UnknownAddress = later(() => import('./not-found-page.tsx').then((m) => m.UnknownAddress));

/** What stands for a page that is not there. @param what names it, where that is known */
export const NoSuchPlace = ({ what }: { what?: string }) => (
  <Suspense fallback={null}>
    <UnknownAddress {...(what === undefined ? {} : { what })} />
  </Suspense>
);
