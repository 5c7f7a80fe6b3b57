import { useEffect, useEffectEvent } from 'react';

/** Keys and scope of each are in `shortcuts.ts`. */
export type ShortcutId =
  | 'search'
  | 'overview'
  | 'go-devices'
  | 'go-policies'
  | 'go-tasks'
  | 'go-schedule'
  | 'go-detections'
  | 'go-audit'
  | 'go-groups'
  | 'new-policy'
  | 'new-detection'
  | 'filter'
  | 'apply';

const handlers = new Map<ShortcutId, readonly (() => void)[]>();

/** The handler registered last; null if no mounted component handles the shortcut. */
export const shortcutHandler = (id: ShortcutId): (() => void) | null => handlers.get(id)?.at(-1) ?? null;

/** Handles a shortcut while the component is mounted. */
export function useShortcut(id: ShortcutId, handler: () => void): void {
  const latest = useEffectEvent(handler);
  useEffect(() => {
    const registered = () => {
      latest();
    };
    handlers.set(id, [...(handlers.get(id) ?? []), registered]);
    return () => {
      handlers.set(
        id,
        (handlers.get(id) ?? []).filter((other) => other !== registered),
      );
    };
  }, [id]);
}
