import { lazy, Suspense } from 'react';

// The condition is a constant of the build: the packages are left out of it.
const Panels = import.meta.env.DEV ? lazy(() => import('./devtools-panels.tsx')) : () => null;

/** The devtools of TanStack Query and Router under `npm run dev`; nothing in a build. */
export const Devtools = () => (
  <Suspense fallback={null}>
    <Panels />
  </Suspense>
);
