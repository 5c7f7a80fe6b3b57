import { expect, test } from 'vitest';
import { groupContent, deletionLabel, deviceDestination, formatContent } from './group-content.ts';

const line = (setting: string, to: string) => ({ object: 'Berlin', setting, from: 'Berlin', to });

test('the policies a group holds are those that its deletion deletes', () => {
  const lines = [line('Policy', 'deleted'), line('Administration group', 'deleted'), line('Policy', 'created')];
  expect(groupContent({ subgroups: 2, devices: 5, lines })).toEqual({ subgroups: 2, devices: 5, policies: 1 });
});

test.each([
  [
    { subgroups: 2, devices: 5, policies: 1 },
    '2 subgroups, 5 devices and 1 policy',
    'Delete group with 2 subgroups and 1 policy',
  ],
  [{ subgroups: 0, devices: 1, policies: 0 }, '1 device', 'Delete group'],
  [{ subgroups: 0, devices: 0, policies: 0 }, '', 'Delete group'],
])('%o in words', (content, words, verb) => {
  expect(formatContent(content)).toBe(words);
  expect(deletionLabel(content)).toBe(verb);
});

test('where the devices go', () => {
  const content = { subgroups: 0, policies: 0 };
  expect(deviceDestination({ ...content, devices: 1 })).toBe('Its device goes to Unassigned devices.');
  expect(deviceDestination({ ...content, devices: 1_200 })).toBe('Its 1,200 devices go to Unassigned devices.');
  expect(deviceDestination({ ...content, devices: 0 })).toBe('');
});
