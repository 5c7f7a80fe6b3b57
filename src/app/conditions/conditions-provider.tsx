import { useState, type ReactNode } from 'react';
import { ConditionsContext, storeConditions } from './conditions.ts';

interface ConditionsProviderProps {
  readonly initial: string;
  /** Applies them to the requests of this tab. */
  readonly apply: (text: string) => void;
  readonly children: ReactNode;
}

/** Provides the conditions of this tab. A change applies from the next request on and survives a reload. */
export function ConditionsProvider({ initial, apply, children }: ConditionsProviderProps) {
  const [text, setText] = useState(initial);
  const set = (next: string) => {
    apply(next);
    storeConditions(next);
    setText(next);
  };
  return <ConditionsContext value={{ text, set }}>{children}</ConditionsContext>;
}
