import { Suspense } from 'react';
import { useSearchParams } from '#src/shared/navigation/route-location.ts';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';
import type { WhyProps } from './why-dialog.tsx';

const WhyDialog = lazyComponent(() => import('./why-dialog.tsx').then((m) => m.WhyDialog));

/** The explanation that the address asks for, over the window it belongs to; read when it is first asked for. */
export function Why({ subject, unsaved }: Omit<WhyProps, 'settings' | 'setting'>) {
  const { why, whySetting } = useSearchParams('why', 'whySetting');
  if (!why) return null;
  return (
    <Suspense fallback={null}>
      <WhyDialog subject={subject} settings={why} setting={whySetting} unsaved={unsaved} />
    </Suspense>
  );
}
