import { expect, test } from 'vitest';
import { deviceIdSchema, groupIdSchema, policyIdSchema } from '#domain/ids.ts';
import { decisionPath, type Entry, type Level } from './decision-path.ts';

const group = (name: string) => ({ id: groupIdSchema.parse(name), name });
const lost = { outcome: 'lost', because: '', beatenBy: null, lines: [] } as const;
const wins = { ...lost, outcome: 'wins' } as const;
const entry = (name: string, outcome: Entry['outcome']): Entry => ({
  ...lost,
  outcome,
  lines: [],
  policy: { id: policyIdSchema.parse(name), name, group: group('g') },
  status: 'active',
  lock: 'open',
  revision: 1,
  modifiedAt: '',
  modifiedBy: '',
  draft: null,
});
const level = (name: string, ...entries: Entry[]): Level => ({ group: group(name), entries });
const aDevice = { kind: 'device', id: deviceIdSchema.parse('d'), name: 'D' } as const;
const drawn = (...args: Parameters<typeof decisionPath>) =>
  decisionPath(...args).map(({ kind, above, below }) => `${above ? '|' : ''}${kind}${below ? '|' : ''}`);

test('the decision of a policy above runs past the losers to the device', () => {
  const levels = [level('root', entry('base', 'wins')), level('child', entry('own', 'lost'))];
  const device = { ...lost, outcome: 'not-set' as const, lines: [], draft: false, saved: null };
  expect(drawn({ subject: aDevice, levels, device, default: { ...lost, lines: [] } })).toEqual([
    'group',
    'policy|',
    '|group|',
    '|policy|',
    '|device',
    'default',
  ]);
});

test('what is set on the device decides there: the decision runs nowhere', () => {
  const device = { ...wins, lines: [], draft: false, saved: null };
  expect(drawn({ subject: aDevice, levels: [level('root')], device, default: { ...lost, lines: [] } })).toEqual([
    'group',
    'device',
    'default',
  ]);
});

test('the application default runs up to the device', () => {
  const device = { ...lost, outcome: 'not-set' as const, lines: [], draft: false, saved: null };
  expect(drawn({ subject: aDevice, levels: [level('root')], device, default: { ...wins, lines: [] } })).toEqual([
    'group',
    'device|',
    '|default',
  ]);
});

test('in a policy the decision ends at its own entry', () => {
  const subject = { kind: 'policy', id: policyIdSchema.parse('own'), name: 'own' } as const;
  const levels = [level('root', entry('base', 'wins')), level('child', entry('own', 'lost'), entry('old', 'lost'))];
  expect(drawn({ subject, levels, device: null, default: { ...lost, lines: [] } })).toEqual([
    'group',
    'policy|',
    '|group|',
    '|policy',
    'policy',
    'default',
  ]);
});
