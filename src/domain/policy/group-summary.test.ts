import { expect, test } from 'vitest';
import { summarySentence, type SummaryPart } from './group-summary.ts';

const part = (count: number, decidedBy: SummaryPart['decidedBy'], name?: string, scanStart = '20:00–07:00') => ({
  count,
  scanStart,
  decidedBy,
  policy: name === undefined ? null : { name },
});

test.each<{ name: string; total: number; parts: SummaryPart[]; text: string }>([
  {
    name: 'what holds for most, and each deviation with its reason',
    total: 1204,
    parts: [part(1180, 'policy-not-enforced', 'Baseline'), part(14, 'device'), part(10, 'locked-by-policy', 'Lab')],
    text: '1,180 of 1,204 scan 20:00–07:00 under Baseline; 14 by local settings; 10 by Lab',
  },
  {
    name: 'deviations by the same decision are one number',
    total: 9,
    parts: [
      part(4, 'policy-not-enforced', 'A'),
      part(2, 'locked-by-policy', 'B'),
      part(2, 'device'),
      part(1, 'device', undefined, 'At once'),
    ],
    text: '4 of 9 scan 20:00–07:00 under A; 3 by local settings; 2 by B',
  },
  {
    name: 'the words of a start are part of the sentence',
    total: 2,
    parts: [part(2, 'default', undefined, 'Manual start')],
    text: '2 of 2 wait for a manual start by the application default',
  },
  {
    name: 'a start at once is written small within the sentence, and a lost policy is still one',
    total: 3,
    parts: [part(2, 'locked-by-policy', 'A', 'At once'), part(1, 'policy-not-enforced')],
    text: '2 of 3 scan at once under A; 1 by a policy',
  },
  { name: 'an empty group', total: 0, parts: [], text: 'No devices here.' },
])('$name', ({ total, parts, text }) => {
  expect(summarySentence(total, parts)).toBe(text);
});

test('devices whose time zone is not known are told last, since they start nothing', () => {
  const parts = [part(3, 'locked-by-policy', 'A')];
  expect(summarySentence(3, parts, 1)).toBe('3 of 3 scan 20:00–07:00 under A; 1 starts nothing: time zone not known');
  expect(summarySentence(3, parts, 2)).toContain('; 2 start nothing: time zone not known');
});
