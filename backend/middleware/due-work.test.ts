import { expect, test } from 'vitest';
import { createMemoryStore } from '#backend/adapters/memory/memory-store.ts';
import { makeWorld } from '#mocks/seed/scenarios.ts';
import { requestContextFor } from '#mocks/testing/test-app.ts';
import { afterDueWork } from './due-work.ts';

test('due work and the request are at one instant, however long they take', async () => {
  let realMs = 0;
  const context = { ...requestContextFor(createMemoryStore(makeWorld('small', 0))), realNow: () => (realMs += 1) };
  const instants = await afterDueWork(context, async (atOneInstant) => [
    atOneInstant.realNow(),
    await atOneInstant.withLock((same) => Promise.resolve(same.realNow())),
  ]);
  expect(instants).toEqual([1, 1]);
});
