import { expect, test } from 'vitest';
import { groupIdSchema } from '#domain/ids.ts';
import { carriesDevices, dragDevices, dragGroup, droppedDevices, droppedGroup } from './drag-data.ts';

/** What a drag carries, as a page sees it on the drop. */
function aTransfer() {
  const data = new Map<string, string>();
  return {
    setData: (kind: string, text: string) => void data.set(kind, text),
    getData: (kind: string) => data.get(kind) ?? '',
    get types() {
      return [...data.keys()];
    },
  };
}

test('dragged devices arrive with the groups they are in, and are no group', () => {
  const transfer = aTransfer();
  const devices = [
    { id: 'ber-ws-0001', groupId: 'berlin' },
    { id: 'lab-ws-0001', groupId: 'labs' },
  ];
  dragDevices(transfer, devices);
  expect(carriesDevices(transfer)).toBe(true);
  expect(droppedDevices(transfer)).toEqual(devices);
  expect(droppedGroup(transfer)).toBeNull();
});

test('a dragged group arrives as itself, and is no device', () => {
  const transfer = aTransfer();
  dragGroup(transfer, groupIdSchema.parse('berlin'));
  expect(carriesDevices(transfer)).toBe(false);
  expect(droppedDevices(transfer)).toEqual([]);
  expect(droppedGroup(transfer)).toBe('berlin');
});

test('a dragged file is neither', () => {
  expect(droppedGroup(aTransfer())).toBeNull();
  expect(droppedDevices(aTransfer())).toEqual([]);
});
