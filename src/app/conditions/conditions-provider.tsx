import { useState, type ReactNode } from 'react';
import { ConditionsContext, storeConditions } from './conditions.ts';

interface ConditionsProviderProps {
  readonly first: string;
  /** Lets them hold for the requests of this tab. */
  readonly apply: (text: string) => void;
  readonly children: ReactNode;
}

/** Holds the conditions of this tab: what is set holds from the next request on, and after a reload. */
export function ConditionsProvider({ first, apply, children }: ConditionsProviderProps) {
  const [text, setText] = useState(first);
  const set = (next: string) => {
    apply(next);
    storeConditions(next);
    setText(next);
  };
  return <ConditionsContext value={{ text, set }}>{children}</ConditionsContext>;
}
