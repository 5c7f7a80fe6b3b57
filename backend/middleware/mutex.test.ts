import { expect, test } from 'vitest';
import { createKeyedMutex, createMutex } from './mutex.ts';

/** A work that notes its begin and its end. */
const noted = (log: string[], name: string) => async () => {
  log.push(`${name} begins`);
  await Promise.resolve();
  log.push(`${name} ends`);
};

test('a mutex runs one work after the other, also after one that fails', async () => {
  const log: string[] = [];
  const withMutex = createMutex();
  const fails = withMutex(() => Promise.reject(new Error('No')));
  const both = [withMutex(noted(log, 'a')), withMutex(noted(log, 'b'))];
  await expect(fails).rejects.toThrow('No');
  await Promise.all(both);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

test('a keyed mutex lets works of different keys run side by side', async () => {
  const log: string[] = [];
  const withKey = createKeyedMutex();
  await Promise.all([withKey('x', noted(log, 'a')), withKey('y', noted(log, 'b')), withKey('x', noted(log, 'c'))]);
  expect(log.slice(0, 2)).toEqual(['a begins', 'b begins']);
  expect(log.indexOf('c begins')).toBeGreaterThan(log.indexOf('a ends'));
});
