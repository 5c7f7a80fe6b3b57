import { useEffect, useEffectEvent } from 'react';

/** What a shortcut does; where each holds and which keys it has is in `shortcuts.ts`. */
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

/** What a shortcut does now: the part of the screen that came last answers; null while nothing on the screen does. */
export const shortcutHandler = (id: ShortcutId): (() => void) | null => handlers.get(id)?.at(-1) ?? null;

/** Lends a shortcut to a part of the screen for as long as it is there. */
export function useShortcut(id: ShortcutId, handler: () => void): void {
  const latest = useEffectEvent(handler);
  useEffect(() => {
    const mine = () => {
      latest();
    };
    handlers.set(id, [...(handlers.get(id) ?? []), mine]);
    return () => {
      handlers.set(
        id,
        (handlers.get(id) ?? []).filter((other) => other !== mine),
      );
    };
  }, [id]);
}
