import { createContext, use } from 'react';

/** Why the fields around are read-only, and the id of the line that says it. */
export interface ReadOnly {
  readonly reason: string;
  readonly id: string;
}

export const ReadOnlyContext = createContext<ReadOnly | null>(null);

/** Why the fields here are read-only for the person signed in; null where they are not. */
export const useReadOnly = (): ReadOnly | null => use(ReadOnlyContext);

/**
 * What makes an input stay as it is, but be reached and read, with the reason.
 * @param about the id of what describes it anyway
 */
export function readOnlyProps(readOnly: ReadOnly | null, about?: string) {
  if (readOnly === null) return about === undefined ? {} : { 'aria-describedby': about };
  return {
    'aria-disabled': true,
    'aria-describedby': about === undefined ? readOnly.id : `${about} ${readOnly.id}`,
  };
}
