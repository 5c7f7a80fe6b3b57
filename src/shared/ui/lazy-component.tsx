import { lazy, memo, useState, useSyncExternalStore, type ComponentType } from 'react';
import { useTimePreferences } from '#src/shared/time/time-preferences.ts';
import { whenIdle } from '#src/shared/api/when-idle.ts';
import { LoadFailed } from './feedback/load-failed.tsx';

/**
 * A part of the screen whose code is loaded once it is drawn, or before: when somebody reaches for the control that opens
 * it, or when the browser has nothing else to do (`loadWhenIdle`). Once it is there, it is drawn at once.
 * What cannot be loaded says so, and is tried again from there. Draw it within a `Suspense`. @param load the part, from an `import()`
 *
 * @example
 * const SearchPalette = later(() => import('./search-palette.tsx').then((m) => m.SearchPalette));
 * <Button {...SearchPalette.onIntent} onClick={open}>Search</Button>
 */
export function lazyComponent<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let ready: ComponentType<Props> | null = null;
  const watching = new Set<() => void>();
  const loadNow = async () => {
    ready ??= await load();
    for (const tell of watching) tell();
    return { default: ready };
  };
  const watch = (tell: () => void) => {
    watching.add(tell);
    return () => watching.delete(tell);
  };
  const Tried = (props: Props) => {
    const Part = useSyncExternalStore(watch, () => ready);
    return Part ? <Part {...props} /> : <LoadFailed load={loadNow} />;
  };
  // React would keep for good that a part could not be loaded; and given another to wait for, it would ask without an end.
  const whileLoading = lazy(() => loadNow().catch(() => ({ default: Tried })));
  const preload = () => void loadNow().catch(() => undefined);

  // Drawn anew when what it is given changes, and with the way in which times are read.
  const Later = memo(function Later(props: Props) {
    useTimePreferences();
    // The other of the two would begin anew, with nothing of what was typed.
    const [Part] = useState<ComponentType<Props>>(() => ready ?? whileLoading);
    return <Part {...props} />;
  });
  const useLoaded = () => useSyncExternalStore(watch, () => ready !== null);
  whenIdle(preload);
  return Object.assign(Later, { preload, useLoaded, onIntent: { onPointerEnter: preload, onFocus: preload } });
}
