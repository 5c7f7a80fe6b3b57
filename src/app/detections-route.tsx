import { Skeleton } from '@mui/material';
import { Suspense } from 'react';
import { useTimeChoices } from '#src/shared/time/time-choices.ts';
import { later } from '#src/shared/ui/later.tsx';
import { usePageTitle } from './page-title.ts';

const Page = later(() => import('#src/features/detections/detections-page.tsx').then((m) => m.DetectionsPage));

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
