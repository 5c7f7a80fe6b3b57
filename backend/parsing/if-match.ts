import { Problem } from '../problem.ts';

/** The strong ETag of a revision. */
export const etagOf = (revision: number): string => `"${String(revision)}"`;

/**
 * Holds `If-Match` against the revision there is (RFC 9110 §13.1.1: strong comparison, a list, or `*`).
 * @throws Problem `if-match-required`, `revision-changed`
 */
export function checkIfMatch(header: string | null, revision: number): void {
  if (header === null || header.trim() === '') {
    throw new Problem('if-match-required', 'Send If-Match with the ETag of the version this change is based on.');
  }
  const tags = header.split(',').map((tag) => tag.trim());
  if (tags.includes('*') || tags.includes(etagOf(revision))) return;
  throw new Problem('revision-changed', `Revision ${String(revision)} was saved meanwhile. Nothing was overwritten.`);
}
