import { expect, test } from 'vitest';
import { deviceIdSchema, groupIdSchema } from '#domain/ids.ts';
import { devicesToDrag, movingDevices } from './moving-devices.ts';

const device = (id: string, group: string) => ({
  id: deviceIdSchema.parse(id),
  group: { id: groupIdSchema.parse(group), name: group },
});
const [first, second, third] = [device('a', 'labs'), device('b', 'berlin'), device('c', 'labs')];

test('the ticked devices in sight move, those of another page do not', () => {
  expect(movingDevices([first, second], new Set(['b', 'c']))).toEqual([{ id: 'b', groupId: 'berlin' }]);
});

test('a ticked row drags all that is ticked, another row only itself', () => {
  const ticked = movingDevices([first, second, third], new Set(['a', 'b']));
  expect(devicesToDrag(first, ticked)).toEqual(ticked);
  expect(devicesToDrag(third, ticked)).toEqual([{ id: 'c', groupId: 'labs' }]);
});
