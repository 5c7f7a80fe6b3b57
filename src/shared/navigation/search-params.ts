/**
 * Parses a query string into strings. The router's own parser reads `q=42` and an MD5 of digits as numbers, `q=true` as a
 * boolean and `q=[a]` as a list; here the schema of the route converts. Of repeated parameters the first counts.
 *
 * Links written by the router's own serialiser stay valid: it quotes strings that look like JSON.
 */
export function parseSearch(query: string): Record<string, string> {
  const params = new URLSearchParams(query);
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, unquoted(params.get(name) ?? '')]));
}

/** Serialises a query string, with its question mark; undefined values are omitted. The inverse of `parseSearch`. */
export function stringifySearch(search: Record<string, unknown>): string {
  const said = Object.entries(search).filter(([, value]) => value !== undefined && value !== null);
  const query = new URLSearchParams(said.map(([name, value]) => [name, quotedIfNeeded(String(value))])).toString();
  return query === '' ? '' : `?${query}`;
}

const quotedIfNeeded = (text: string) => (unquoted(text) === text ? text : JSON.stringify(text));

/** The content of a quoted JSON string; any other string unchanged. */
function unquoted(text: string): string {
  if (!/^".*"$/s.test(text)) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
