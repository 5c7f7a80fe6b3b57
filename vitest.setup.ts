import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, vi } from 'vitest';

// Files of tests share a process and the modules in it; each has a disk of its own.
globalThis.indexedDB = new IDBFactory();

// A warning nobody reads is a defect nobody mends: a test that prints one fails.
const spies = () => [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
let watched: ReturnType<typeof spies> = [];

beforeEach(() => {
  watched = spies();
});

afterEach(() => {
  const text = watched.flatMap((spy) => spy.mock.calls);
  for (const spy of watched) spy.mockRestore();
  expect(text, 'nothing may be written to console.error or console.warn').toEqual([]);
});
