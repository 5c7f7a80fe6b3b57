declare const VESPER_BUILD: string | undefined;

/**
 * The instant of the build, ISO 8601 in UTC, so that later builds compare greater. Set by Vite; without a build, as in unit
 * tests, it is older than every build.
 */
export const buildId: string = typeof VESPER_BUILD === 'undefined' ? '0' : VESPER_BUILD;
