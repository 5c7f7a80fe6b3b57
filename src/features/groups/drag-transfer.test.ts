import { expect, test } from 'vitest';
import { groupIdSchema } from '#domain/ids.ts';
import { hasDevices, writeDevices, writeGroup, readDevices, readGroup } from './drag-transfer.ts';

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
  writeDevices(transfer, devices);
  expect(hasDevices(transfer)).toBe(true);
  expect(readDevices(transfer)).toEqual(devices);
  expect(readGroup(transfer)).toBeNull();
});

test('a dragged group arrives as itself, and is no device', () => {
  const transfer = aTransfer();
  writeGroup(transfer, groupIdSchema.parse('berlin'));
  expect(hasDevices(transfer)).toBe(false);
  expect(readDevices(transfer)).toEqual([]);
  expect(readGroup(transfer)).toBe('berlin');
});

test('a dragged file is neither', () => {
  expect(readGroup(aTransfer())).toBeNull();
  expect(readDevices(aTransfer())).toEqual([]);
});
