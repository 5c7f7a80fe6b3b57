import { Skeleton } from '@mui/material';
import { lazy, Suspense } from 'react';
import { useTimeChoices } from '#src/shared/time/time-choices.ts';
import { usePageTitle } from './page-title.ts';

const Page = lazy(() =>
  import('#src/features/detections/detections-page.tsx').then((m) => ({ default: m.DetectionsPage })),
);

/** The page of all detections. */
export function DetectionsRoute() {
  useTimeChoices();
  usePageTitle('Detections');
  return (
    <Suspense fallback={<Skeleton height={240} />}>
      <Page />
    </Suspense>
  );
}
