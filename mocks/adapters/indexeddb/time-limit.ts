/** The storage was asked, and says neither yes nor no: nobody knows what lies in it. */
export class NotAnswering extends Error {
  override readonly name = 'NotAnswering';
}

/**
 * Waits for the storage, but not for ever. What is asked of it may wait behind a transaction of a worker that is gone (seen in
 * WebKit), or behind another tab that keeps the database from being upgraded or deleted; no event tells of either.
 * @param limitMs in milliseconds
 * @param tooLate is given what comes after the limit
 * @throws NotAnswering at the limit
 */
export function withinLimit<T>(work: Promise<T>, limitMs: number, tooLate: (late: T) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    let over = false;
    const timer = setTimeout(() => {
      over = true;
      reject(new NotAnswering('The storage does not answer.'));
    }, limitMs);
    work
      .then((value) => {
        if (over) tooLate(value);
        else resolve(value);
      }, reject)
      .finally(() => {
        clearTimeout(timer);
      });
  });
}
