import { Suspense } from 'react';
import { usePlace } from '#src/shared/navigation/place.ts';
import { later } from '#src/shared/ui/later.tsx';
import type { WhyProps } from './why-dialog.tsx';

const WhyDialog = later(() => import('./why-dialog.tsx').then((m) => m.WhyDialog));

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
