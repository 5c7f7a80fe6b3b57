/** How long the key of a write with an unknown outcome is reused, in milliseconds. */
const keyLifetimeMs = 3_600_000;

interface PendingKey {
  readonly key: string;
  readonly atMs: number;
}

/**
 * Idempotency keys of writes. Each attempt of the user gets a new key. While the outcome of a write is unknown because every
 * answer was lost, the same write reuses its key, so that *Retry* cannot make it twice.
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
    /** Runs a write under its key. @param unknown whether the write may have been made despite an error */
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

/** The keys of this page. */
export const idempotencyKeys = createIdempotencyKeys();

/** Only a digest is retained: the body of a write may contain a password. */
async function digest(parts: readonly unknown[]): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(parts)));
  return String.fromCharCode(...new Uint8Array(bytes));
}
