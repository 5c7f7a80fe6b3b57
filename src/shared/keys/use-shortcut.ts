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

const acts = new Map<ShortcutId, readonly (() => void)[]>();

/** What a shortcut does now: the part of the screen that came last answers; null while nothing on the screen does. */
export const actOf = (id: ShortcutId): (() => void) | null => acts.get(id)?.at(-1) ?? null;

/** Lends a shortcut to a part of the screen for as long as it is there. */
export function useShortcut(id: ShortcutId, act: () => void): void {
  const latest = useEffectEvent(act);
  useEffect(() => {
    const mine = () => {
      latest();
    };
    acts.set(id, [...(acts.get(id) ?? []), mine]);
    return () => {
      acts.set(
        id,
        (acts.get(id) ?? []).filter((other) => other !== mine),
      );
    };
  }, [id]);
}
