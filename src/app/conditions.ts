import { createContext, useContext } from 'react';
import { conditionsIn, conditionsText, isGood, presets, type Conditions } from '#contract/conditions.ts';

/** The conditions of this tab, and how they are set. */
export interface ConditionsOfTab {
  readonly conditions: Conditions;
  readonly set: (conditions: Conditions) => void;
}

export const ConditionsContext = createContext<ConditionsOfTab>({
  conditions: presets.good.conditions,
  set: () => undefined,
});
export const useConditions = (): ConditionsOfTab => useContext(ConditionsContext);

const key = 'vesper.conditions';

/**
 * The conditions that this tab was left under. An address may set them: `?conditions=storm,seed:7`. It is taken out of
 * the address then, so that what a person sets later is not undone by a reload.
 */
export function conditionsAtFirst(): Conditions {
  const address = new URL(window.location.href);
  const asked = address.searchParams.get('conditions');
  if (asked !== null) {
    address.searchParams.delete('conditions');
    window.history.replaceState(window.history.state, '', address);
    const wanted = conditionsIn(asked);
    if (wanted) rememberConditions(wanted);
  }
  return conditionsIn(remembered() ?? '') ?? presets.good.conditions;
}

/** Lets a reload of this tab find the conditions again. Where nothing may be stored, they last as long as the page. */
export function rememberConditions(conditions: Conditions): void {
  try {
    if (isGood(conditions)) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, conditionsText(conditions));
  } catch {
    // Storage is refused: the conditions hold for this page only.
  }
}

/** The address of this page with the conditions in it. */
export function linkWith(conditions: Conditions): string {
  const address = new URL(window.location.href);
  address.searchParams.set('conditions', conditionsText(conditions));
  return address.href;
}

function remembered(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
