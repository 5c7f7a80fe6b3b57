import { Skeleton } from '@mui/material';
import { Suspense, type ReactNode } from 'react';
import { useTimeChoices } from '#src/shared/time/time-preferences.ts';
import { later } from '#src/shared/ui/lazy-component.tsx';
import { usePageTitle } from './page-title.ts';

const Detections = later(() => import('#src/features/detections/detections-page.tsx').then((m) => m.DetectionsPage));
const AuditLog = later(() => import('#src/features/audit/audit-log.tsx').then((m) => m.AuditLog));

/** The page of all detections. */
export const DetectionsPage = () => (
  <LaterPage title="Detections">
    <Detections />
  </LaterPage>
);

/** The page of the audit log. */
export const AuditPage = () => (
  <LaterPage title="Audit log">
    <AuditLog />
  </LaterPage>
);

/** A page that few begin with: it is loaded after the first screen. */
function LaterPage({ title, children }: { title: string; children: ReactNode }) {
  useTimeChoices();
  usePageTitle(title);
  return <Suspense fallback={<Skeleton height={240} />}>{children}</Suspense>;
}
