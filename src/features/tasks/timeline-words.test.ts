import { expect, test } from 'vitest';
import { timelineWords } from './timeline-words.ts';

const counts = {
  'not-started': 2,
  'waiting-for-device': 1,
  'zone-unknown': 0,
  waiting: 3,
  running: 1,
  'completed-clean': 1_200,
  'completed-found': 4,
};
const base = { from: '', binMinutes: 5, starts: [], running: [], byHand: [], end: null, asOf: '', counts };

test('the text of the timeline has the first and last start, the peak and the states', () => {
  const [first, last] = ['2026-11-24T19:00:00Z', '2026-11-25T05:00:00Z'];
  const peak = { at: '2026-11-24T20:30:00Z', count: 2 };
  expect(timelineWords({ ...base, first, last, peak }, 'Europe/Berlin')).toBe(
    'First start Tue 24 Nov 20:00, last start Wed 25 Nov 06:00 (Europe/Berlin). At most 2 scans at once, at Tue 24 Nov 21:30. Now running 1, done 1,204, waiting 3, without a start 3.',
  );
});

test('the last two manual starts are listed with user and time, earlier ones are counted as runs', () => {
  const start = (hour: string, by: string | null, runs: number) => ({ at: `2026-11-24T${hour}:00:00Z`, by, runs });
  const words = (...byHand: ReturnType<typeof start>[]) =>
    timelineWords({ ...base, first: null, last: null, peak: null, byHand }, 'UTC').replace(/ Now running.*/, '');
  expect(words(start('19', 'J. Keller', 1))).toBe(
    'No run has a start. Started by hand: 1 run by J. Keller at Tue 24 Nov 19:00.',
  );
  expect(words(start('19', 'S. Rao', 4), start('20', null, 2), start('21', 'J. Keller', 1_200))).toBe(
    'No run has a start. Started by hand: 4 runs earlier, 2 runs at Tue 24 Nov 20:00, 1,200 runs by J. Keller at Tue 24 Nov 21:00.',
  );
});

test('a task without any start says so', () => {
  expect(timelineWords({ ...base, first: null, last: null, peak: null }, 'UTC')).toMatch(/^No run has a start\. Now/);
});
