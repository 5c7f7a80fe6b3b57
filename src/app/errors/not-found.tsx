import { Suspense } from 'react';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';

const NotFoundPage = lazyComponent(() => import('./not-found-page.tsx').then((m) => m.NotFoundPage));

/** The lazy *not found* page. @param what a sentence that names the missing object */
export const NotFound = ({ what }: { what?: string }) => (
  <Suspense fallback={null}>
    <NotFoundPage {...(what === undefined ? {} : { what })} />
  </Suspense>
);
