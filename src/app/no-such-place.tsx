import { Suspense } from 'react';
import { later } from '#src/shared/ui/later.tsx';

const UnknownAddress = later(() => import('./unknown-address.tsx').then((m) => m.UnknownAddress));

/** What stands for a page that is not there. @param what names it, where that is known */
export const NoSuchPlace = ({ what }: { what?: string }) => (
  <Suspense fallback={null}>
    <UnknownAddress {...(what === undefined ? {} : { what })} />
  </Suspense>
);
