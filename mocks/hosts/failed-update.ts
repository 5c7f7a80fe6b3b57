/** What is asked to look for a newer version of itself. */
interface Updatable<T> {
  update: () => Promise<T>;
}

/**
 * MSW asks the browser to look for a newer service worker and does not wait for the answer. Where that fails, as it does
 * without a network or while the page is being left, the worker that is there goes on: nothing is wrong. Each browser says so in
 * other words and with an error that may mean anything; so it is not the error that is recognised, but who was asked. To whoever
 * waits for the answer it fails as ever.
 */
export function ignoreFailedUpdates<T>(registrations: readonly Updatable<T>[]): void {
  for (const registration of registrations) {
    const update = registration.update.bind(registration);
    registration.update = () => {
      const updated = update();
      updated.catch(() => undefined);
      return updated;
    };
  }
}
