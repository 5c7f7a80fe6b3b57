import { createContext, useContext } from 'react';

/**
 * The simulated conditions of this tab, as serialised by src/contract/conditions.ts; empty while they are good. They stay
 * text here, because the code that parses them loads after the first screen.
 */
export interface ConditionsOfTab {
  readonly text: string;
  readonly set: (text: string) => void;
}

export const ConditionsContext = createContext<ConditionsOfTab>({ text: '', set: () => undefined });
export const useConditions = (): ConditionsOfTab => useContext(ConditionsContext);

const key = 'vesper.conditions';

/**
 * The conditions at start: from the address (`?conditions=storm,seed:7`), otherwise from session storage. The parameter is
 * removed from the address, so that a reload does not override later changes.
 */
export function initialConditions(): string {
  const address = new URL(window.location.href);
  const fromAddress = address.searchParams.get('conditions');
  if (fromAddress === null) return storedConditions() ?? '';
  address.searchParams.delete('conditions');
  window.history.replaceState(window.history.state, '', address);
  return fromAddress;
}

/** Stores the conditions for a reload of this tab. */
export function storeConditions(text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // Storage is refused: the conditions last until the page is reloaded.
  }
}

/** The address of this page with the conditions as a parameter. */
export function linkWith(text: string): string {
  const address = new URL(window.location.href);
  address.searchParams.set('conditions', text);
  return address.href;
}

function storedConditions(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
