import { expect, test } from 'vitest';
import { deviceIdSchema, groupIdSchema, policyIdSchema } from '#domain/ids.ts';
import { settingPath, settings, searchSettings, type Owner } from './settings-search.ts';

const groupId = groupIdSchema.parse('berlin');
const policy: Owner = { kind: 'policy', id: policyIdSchema.parse('berlin'), name: 'Berlin', groupId };
const device: Owner = { kind: 'device', id: deviceIdSchema.parse('ber-1'), name: 'BER-1', groupId };
const found = (text: string, owners: readonly Owner[] = [policy]) =>
  searchSettings(owners, text.toLowerCase().split(' '));

test.each([
  ['IOC scanning settings', 'ioc'],
  ['Enable detection of legitimate applications', 'legitimate'],
  ['start time', 'start'],
  ['system drives', 'scope'],
  ['special account', 'authentication'],
  ['inherit parent', 'inherit'],
])('“%s” leads to the setting %s', (text, id) => {
  expect(found(text)[0]?.setting.id).toBe(id);
});

test('a setting is found by its own name before one that is only told by words beside it', () => {
  expect(found('selected actions').map(({ setting }) => setting.id)[0]).toBe('selected');
  expect(found('additional').map(({ setting }) => setting.id)).toEqual(['ioc', 'lock']);
});

test('a device has no lock and no inheritance, and each owner at hand has an entry of its own', () => {
  expect(found('under policy', [device, policy]).map(({ owner }) => owner.name)).toEqual(['Berlin']);
  expect(found('inherit settings', [device])).toEqual([]);
  expect(found('scan start', [device, policy]).map(({ owner }) => owner.name)).toEqual(['BER-1', 'Berlin']);
});

test('an entry says where its setting stands', () => {
  expect(found('scan start').map(settingPath)[0]).toEqual(['Properties: Berlin', 'Threat Response', 'Additional']);
  expect(found('force inheritance').map(settingPath)).toEqual([['Properties: Berlin', 'General']]);
});

test('no two settings have one id', () => {
  expect(new Set(settings.map(({ id }) => id)).size).toBe(settings.length);
});
