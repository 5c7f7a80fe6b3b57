import { useState, type ReactNode } from 'react';
import type { Conditions } from '#contract/conditions.ts';
import { ConditionsContext, rememberConditions } from './conditions.ts';

interface ConditionsProviderProps {
  readonly first: Conditions;
  /** Lets them hold for the requests of this tab. */
  readonly apply: (conditions: Conditions) => void;
  readonly children: ReactNode;
}

/** Holds the conditions of this tab: what is set holds from the next request on, and after a reload. */
export function ConditionsProvider({ first, apply, children }: ConditionsProviderProps) {
  const [conditions, setConditions] = useState(first);
  const set = (next: Conditions) => {
    apply(next);
    rememberConditions(next);
    setConditions(next);
  };
  return <ConditionsContext value={{ conditions, set }}>{children}</ConditionsContext>;
}
