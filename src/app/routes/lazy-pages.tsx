import { Skeleton } from '@mui/material';
import { Suspense, type ReactNode } from 'react';
import { useTimePreferences } from '#src/shared/time/time-preferences.ts';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';
import { usePageTitle } from './page-title.ts';

const Detections = lazyComponent(() =>
  import('#src/features/detections/detections-page.tsx').then((m) => m.DetectionsPage),
);
const AuditLog = lazyComponent(() => import('#src/features/audit/audit-log.tsx').then((m) => m.AuditLog));

export const DetectionsPage = () => (
  <LazyPage title="Detections">
    <Detections />
  </LazyPage>
);

export const AuditPage = () => (
  <LazyPage title="Audit log">
    <AuditLog />
  </LazyPage>
);

/** A page loaded after the first screen. */
function LazyPage({ title, children }: { title: string; children: ReactNode }) {
  useTimePreferences();
  usePageTitle(title);
  return <Suspense fallback={<Skeleton height={240} />}>{children}</Suspense>;
}
