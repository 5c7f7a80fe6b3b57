import { afterEach, beforeEach, expect, test } from 'vitest';
import { ignoreFailedUpdates } from './failed-update.ts';

const unhandled: unknown[] = [];
const hear = (reason: unknown) => void unhandled.push(reason);

beforeEach(() => {
  unhandled.length = 0;
  process.on('unhandledRejection', hear);
});

afterEach(() => {
  process.off('unhandledRejection', hear);
});

const rejectionsAreReported = () => new Promise((resolve) => setImmediate(resolve));

test.each([
  [
    'Chromium',
    new TypeError("Failed to update a ServiceWorker for scope ('http://vesper.test/'): An unknown error occurred."),
  ],
  [
    'Firefox',
    new TypeError('ServiceWorker script at http://vesper.test/sw.js encountered an error during installation.'),
  ],
  ['WebKit', new TypeError('Script http://vesper.test/sw.js load failed')],
])(
  'an update that fails is no error of the page, in the words of %s either; who waits for it is told',
  async (_, error) => {
    const registration = { update: () => Promise.reject(error) };
    ignoreFailedUpdates([registration]);
    void registration.update();
    await rejectionsAreReported();
    expect(unhandled).toEqual([]);
    await expect(registration.update()).rejects.toBe(error);
  },
);

test('one that succeeds is answered, and is asked as the registration that it is', async () => {
  class Registration {
    readonly scope = '/';
    update = () => Promise.resolve(this.scope);
  }
  const registration = new Registration();
  ignoreFailedUpdates([registration]);
  expect(await registration.update()).toBe('/');
});
