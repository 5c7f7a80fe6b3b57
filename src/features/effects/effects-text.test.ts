import { describe, expect, test } from 'vitest';
import { groupIdSchema } from '#domain/ids.ts';
import { devicesSentence, effectsSummary, runsSentence } from './effects-text.ts';

const groupNamed = (name: string, count: number) => ({
  group: { id: groupIdSchema.parse(name.toLowerCase()), name },
  count,
});
const none = { earlier: 0, later: 0, atOnce: 0, notAtAll: 0, first: [] };
const devices = (...byGroup: ReturnType<typeof groupNamed>[]) => ({
  total: byGroup.reduce((sum, { count }) => sum + count, 0),
  byGroup,
  byValue: [],
  first: [],
});

describe('what an edit would change, in words', () => {
  test.each([
    [devices(), 'No device would obey other settings than now.'],
    [devices(groupNamed('Berlin', 1)), '1 device would obey other settings than now: Berlin 1.'],
    [
      devices(groupNamed('A', 1000), groupNamed('B', 3), groupNamed('C', 2), groupNamed('D', 1)),
      '1,006 devices would obey other settings than now: A 1,000, B 3, C 2, 1 more group.',
    ],
  ])('devices %#', (affected, sentence) => {
    expect(devicesSentence(affected)).toBe(sentence);
  });

  test('runs: only the kinds of which there are any, and nothing when none moves', () => {
    expect(runsSentence(none)).toBeNull();
    expect(runsSentence({ ...none, earlier: 40, atOnce: 3 })).toBe('Waiting runs: 40 would start earlier, 3 at once.');
  });

  test('in short', () => {
    const effects = {
      lines: [],
      overruled: [],
      devices: devices(groupNamed('Berlin', 112)),
      runs: { ...none, later: 1 },
    };
    expect(effectsSummary(effects)).toBe('112 devices · 1 waiting run');
    expect(effectsSummary({ ...effects, devices: devices(), runs: none })).toBe('no device affected');
  });
});
