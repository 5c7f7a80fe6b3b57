/** Runs each work after the one before: a check and the commit that rests on it see the same world. */
export function createMutex() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** Runs works of the same name one after the other; those of different names, or of none, do not wait for each other. */
export function createKeyedMutex() {
  const last = new Map<string, Promise<unknown>>();
  return async <T>(name: string | undefined, work: () => Promise<T>): Promise<T> => {
    if (name === undefined) return work();
    const before = last.get(name) ?? Promise.resolve();
    const next = before.then(work, work);
    last.set(name, next);
    try {
      return await next;
    } finally {
      if (last.get(name) === next) last.delete(name);
    }
  };
}
