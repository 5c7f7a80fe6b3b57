/**
 * Stands in for the public-suffix list that MSW's cookie store brings along: 113 KB gzip for a decision the console
 * never asks for, since it sets no cookies.
 */
export const getDomain = (host: string): string => host;
export const getPublicSuffix = (): null => null;
export const parse = (host: string) => ({ domain: host, publicSuffix: null, hostname: host, isIp: false });
export default { getDomain, getPublicSuffix, parse };
