import { expect, test } from 'vitest';
import { durationFieldsSchema, fieldAt, toFields } from './duration-fields.ts';

const model = {
  'critical-areas': { fromMinutes: 6, toMinutes: 24 },
  'system-drives': { fromMinutes: 45, toMinutes: 180 },
};

test('a model shown and read again is the same', () => {
  expect(durationFieldsSchema.parse(toFields(model))).toEqual(model);
});

test.each([
  ['an empty field', { criticalFrom: ' ' }, 'criticalFrom', 'Enter whole minutes.'],
  ['half a minute', { drivesTo: '180.5' }, 'drivesTo', 'Enter whole minutes.'],
  ['no minute at all', { criticalFrom: '0' }, 'criticalFrom', 'A scan takes at least 1 minute.'],
  ['more than a day', { drivesTo: '1441' }, 'drivesTo', 'A scan takes at most 1440 minutes.'],
  [
    'an end before its start',
    { criticalTo: '5' },
    'criticalTo',
    'The longest scan may not be shorter than the shortest.',
  ],
])('%s is refused at its field', (_, change, field, message) => {
  const { error } = durationFieldsSchema.safeParse({ ...toFields(model), ...change });
  expect(error?.issues.map((issue) => [issue.path, issue.message])).toEqual([[[field], message]]);
});

test('an error of the backend lands on the field it points at', () => {
  expect(fieldAt('/system-drives/toMinutes')).toBe('drivesTo');
  expect(fieldAt('/elsewhere')).toBeNull();
});
