import { expect, test } from 'vitest';
import { deviceIdSchema, groupIdSchema } from '#domain/ids.ts';
import { devicesToDrag, toMovingDevices } from './moving-devices.ts';

const device = (id: string, group: string) => ({
  id: deviceIdSchema.parse(id),
  group: { id: groupIdSchema.parse(group), name: group },
});
const [first, second, third] = [device('a', 'labs'), device('b', 'berlin'), device('c', 'labs')];

test('devices move from the groups they are in', () => {
  expect(toMovingDevices([second])).toEqual([{ id: 'b', groupId: 'berlin' }]);
});

test('dragging a selected row moves all selected rows, another row only itself', () => {
  const ticked = [first, second];
  expect(devicesToDrag(first, ticked)).toEqual(toMovingDevices(ticked));
  expect(devicesToDrag(third, ticked)).toEqual([{ id: 'c', groupId: 'labs' }]);
});
