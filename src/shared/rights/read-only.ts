import { createContext, use } from 'react';

/** The reason, and the id of the element that shows it. */
export interface ReadOnly {
  readonly reason: string;
  readonly id: string;
}

export const ReadOnlyContext = createContext<ReadOnly | null>(null);

/** Why the surrounding fields are read-only; null if they are editable. */
export const useReadOnly = (): ReadOnly | null => use(ReadOnlyContext);

/**
 * The ARIA props of an input that is read-only but focusable, described by the reason.
 * @param about the id of a description that the input has anyway
 */
export function readOnlyProps(readOnly: ReadOnly | null, about?: string) {
  if (readOnly === null) return about === undefined ? {} : { 'aria-describedby': about };
  return {
    'aria-disabled': true,
    'aria-describedby': about === undefined ? readOnly.id : `${about} ${readOnly.id}`,
  };
}
