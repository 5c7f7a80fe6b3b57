import { lazy, memo, useState, useSyncExternalStore, type ComponentType } from 'react';
import { useTimePreferences } from '#src/shared/time/time-preferences.ts';
import { preloadWhenIdle } from '#src/shared/api/idle-preloading.ts';
import { LoadFailed } from './feedback/load-failed.tsx';

/**
 * A component whose code loads when it first renders, or before: on hover or focus of the control that opens it
 * (`onIntent`), or when the browser is idle. Once loaded, it renders without suspending. If loading fails, it offers a
 * retry. Render it inside a `Suspense`.
 * @param load returns the component from an `import()`
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
    for (const notify of watching) notify();
    return { default: ready };
  };
  const watch = (notify: () => void) => {
    watching.add(notify);
    return () => watching.delete(notify);
  };
  const Retrying = (props: Props) => {
    const Component = useSyncExternalStore(watch, () => ready);
    return Component ? <Component {...props} /> : <LoadFailed load={loadNow} />;
  };
  // React caches a rejected import for good, so a failure resolves to a component that retries.
  const suspending = lazy(() => loadNow().catch(() => ({ default: Retrying })));
  const preload = () => void loadNow().catch(() => undefined);

  // Memoised, so it must subscribe to the time preferences itself.
  const LazyComponent = memo(function LazyComponent(props: Props) {
    useTimePreferences();
    // Switching between the two would remount the component and lose its state.
    const [Component] = useState<ComponentType<Props>>(() => ready ?? suspending);
    return <Component {...props} />;
  });
  const useLoaded = () => useSyncExternalStore(watch, () => ready !== null);
  preloadWhenIdle(preload);
  return Object.assign(LazyComponent, { preload, useLoaded, onIntent: { onPointerEnter: preload, onFocus: preload } });
}
