import { lazy, Suspense } from 'react';
import { usePlace } from '#src/shared/navigation/place.ts';
import type { WhyProps } from './why-dialog.tsx';

const WhyDialog = lazy(() => import('./why-dialog.tsx').then((m) => ({ default: m.WhyDialog })));

/** The explanation that the address asks for, over the window it belongs to; read when it is first asked for. */
export function Why({ subject, unsaved }: Omit<WhyProps, 'settings' | 'setting'>) {
  const { search } = usePlace();
  if (!search.why) return null;
  return (
    <Suspense fallback={null}>
      <WhyDialog subject={subject} settings={search.why} setting={search.whySetting} unsaved={unsaved} />
    </Suspense>
  );
}
