import { createContext, useContext } from 'react';

/**
 * The conditions of this tab as an address names them (see src/contract/conditions.ts), empty while they are good: what
 * they mean is known to the backend's host and to the panel, which come later than the first screen.
 */
export interface ConditionsOfTab {
  readonly text: string;
  readonly set: (text: string) => void;
}

export const ConditionsContext = createContext<ConditionsOfTab>({ text: '', set: () => undefined });
export const useConditions = (): ConditionsOfTab => useContext(ConditionsContext);

const key = 'vesper.conditions';

/**
 * What this tab was left under. An address may set it: `?conditions=storm,seed:7`. It is taken out of the address then,
 * so that what a person sets later is not undone by a reload.
 */
export function initialConditions(): string {
  const address = new URL(window.location.href);
  const fromAddress = address.searchParams.get('conditions');
  if (fromAddress === null) return storedConditions() ?? '';
  address.searchParams.delete('conditions');
  window.history.replaceState(window.history.state, '', address);
  return fromAddress;
}

/** Lets a reload of this tab find the conditions again. Where nothing may be stored, they last as long as the page. */
export function storeConditions(text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // Storage is refused: the conditions hold for this page only.
  }
}

/** The address of this page with conditions in it. */
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
