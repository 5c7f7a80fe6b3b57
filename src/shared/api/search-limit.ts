import { maxSearchLength, searchLimit } from '#contract/page.ts';
import { ApiProblem } from './problem.ts';

/** The texts of an operation's input that somebody searches by. */
const searched = ['search', 'object'] as const;

/**
 * Refuses a text to search for that the backend would refuse: nothing is sent.
 * @param input the query or the body of an operation
 * @throws ApiProblem `invalid-input`, as the backend would answer
 */
export function refuseLongSearch(input: unknown): void {
  if (typeof input !== 'object' || input === null) return;
  const texts = new Map<string, unknown>(Object.entries(input));
  for (const name of searched) {
    const text = texts.get(name);
    if (typeof text !== 'string' || text.length <= maxSearchLength) continue;
    const errors = [{ path: `query/${name}`, message: searchLimit }];
    throw new ApiProblem({
      kind: 'invalid-input',
      status: 422,
      detail: searchLimit,
      errors,
    });
  }
}

/** True where nothing was searched, since the text to search for is too long. */
export const isSearchTooLong = (error: unknown): boolean =>
  error instanceof ApiProblem && error.errors.some(({ message }) => message === searchLimit);

/** The text to search for as an address holds it: of one that is too long so much that it still is. */
export const searchForAddress = (text: string): string => text.slice(0, maxSearchLength + 1);
