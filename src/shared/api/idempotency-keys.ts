/** How long a write whose outcome is not known is remembered, in milliseconds. */
const keyLifetimeMs = 3_600_000;

interface PendingKey {
  readonly key: string;
  readonly atMs: number;
}

/**
 * The keys of writes. One is made for each attempt of a person; while it is not known whether the write was made, because
 * every answer was lost, the same write keeps its key: pressing *Retry* then does nothing twice.
 * @param now epoch milliseconds UTC
 */
export function createIdempotencyKeys(
  now: () => number = () => Date.now(),
  fresh: () => string = () => crypto.randomUUID(),
) {
  const open = new Map<string, PendingKey>();
  const files = new WeakMap<Blob, number>();
  let lastFile = 0;

  const fileNumber = (file: Blob) => {
    const known = files.get(file);
    if (known !== undefined) return known;
    lastFile += 1;
    files.set(file, lastFile);
    return lastFile;
  };

  return {
    /** Runs a write under its key; `unknown` tells of an error whether the write may have been made all the same. */
    async under<T>(
      asked: readonly unknown[],
      write: (key: string) => Promise<T>,
      unknown: (error: unknown) => boolean,
    ): Promise<T> {
      const name = await digest(asked.map((part) => (part instanceof Blob ? fileNumber(part) : (part ?? null))));
      for (const [other, { atMs }] of open) if (atMs < now() - keyLifetimeMs) open.delete(other);
      const { key } = open.get(name) ?? { key: fresh() };
      try {
        const value = await write(key);
        open.delete(name);
        return value;
      } catch (error) {
        if (unknown(error)) open.set(name, { key, atMs: now() });
        else open.delete(name);
        throw error;
      }
    },
  };
}

/** Those of this page. */
export const idempotencyKeys = createIdempotencyKeys();

/** A write may hold a password: nothing of it is remembered but this. */
async function digest(parts: readonly unknown[]): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(parts)));
  return String.fromCharCode(...new Uint8Array(bytes));
}
