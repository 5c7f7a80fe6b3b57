import { expect, test } from 'vitest';
import { unassignedDevices } from '#domain/fleet/fleet.ts';
import { makeWorld } from '#mocks/seed/scenarios.ts';
import { dataSets } from '#src/app/data-sets.ts';

test.each(dataSets)('the data set $label is a scenario of that name with $size', ({ name, size }) => {
  const { server, devices } = makeWorld(name, 0);
  expect(server[0]?.scenario).toBe(name);
  const managed = devices.filter(({ groupId }) => groupId !== unassignedDevices).length;
  expect(size).toBe(managed === 0 ? 'no devices' : `${managed.toLocaleString('en')} devices`);
});
