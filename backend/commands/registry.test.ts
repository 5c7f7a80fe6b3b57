import { expect, test } from 'vitest';
import { operations } from '#contract/operations.ts';
import { commands } from './registry.ts';

test('the commands are the operations that write', () => {
  const writes = Object.entries(operations).filter(([, { reads }]) => !reads);
  expect(Object.keys(commands).sort()).toEqual(writes.map(([name]) => name).sort());
});
