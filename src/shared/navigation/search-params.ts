/**
 * The query of an address as texts, whatever they look like: the router's own reading takes `q=42` and an MD5 of digits for
 * numbers, `q=true` for a boolean and `q=[a]` for a list. What is no text is for the schema of the page to read. The first
 * of several values counts.
 *
 * Links that the router's own writing made still hold: it put texts that look like JSON in quotes.
 */
export function parseSearch(query: string): Record<string, string> {
  const params = new URLSearchParams(query);
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, unquoted(params.get(name) ?? '')]));
}

/** The query of an address, with its question mark; what is undefined is left out. `parseSearch` reads it back. */
export function stringifySearch(search: Record<string, unknown>): string {
  const said = Object.entries(search).filter(([, value]) => value !== undefined && value !== null);
  const query = new URLSearchParams(said.map(([name, value]) => [name, quotedIfNeeded(String(value))])).toString();
  return query === '' ? '' : `?${query}`;
}

const quotedIfNeeded = (text: string) => (unquoted(text) === text ? text : JSON.stringify(text));

/** The text within the quotes of a JSON string; any other text as it is. */
function unquoted(text: string): string {
  if (!/^".*"$/s.test(text)) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
