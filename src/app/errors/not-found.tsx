import { Suspense } from 'react';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';

const NotFoundPage = lazyComponent(() => import('./not-found-page.tsx').then((m) => m.NotFoundPage));

/** What stands for a page that is not there. @param what names it, where that is known */
export const NotFound = ({ what }: { what?: string }) => (
  <Suspense fallback={null}>
    <NotFoundPage {...(what === undefined ? {} : { what })} />
  </Suspense>
);
