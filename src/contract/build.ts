declare const VESPER_BUILD: string | undefined;

/**
 * The build of the console that this code is of: the instant at which it was made, ISO 8601 in UTC, so that a later build
 * is a greater text. Set by Vite; where nothing was built, as in a unit test, older than all that were.
 */
export const buildId: string = typeof VESPER_BUILD === 'undefined' ? '0' : VESPER_BUILD;
