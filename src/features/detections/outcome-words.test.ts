import { expect, test } from 'vitest';
import { taskIdSchema } from '#domain/ids.ts';
import { outcomeOf, startSentences } from './outcome-words.ts';

const now = Date.parse('2026-11-24T18:42:00Z');
const taskId = taskIdSchema.parse('task-0001');
const counts = {
  waiting: 0,
  'not-started': 0,
  'waiting-for-device': 0,
  'zone-unknown': 0,
  running: 0,
  'completed-clean': 0,
  'completed-found': 0,
};

test.each([
  [taskId, '2026-11-24T18:42:00Z', false, 'task-created'],
  [null, '2026-11-24T18:42:00Z', false, 'no-task'],
  [taskId, '2026-11-24T20:00:00Z', true, 'expected'],
  [null, '2026-11-24T20:00:00Z', true, 'expected'],
  [taskId, '2026-11-24T18:00:00Z', true, 'task-created'],
  // The screen's clock may lag behind the backend's: what was asked for now does not lie ahead.
  [taskId, '2026-11-24T18:42:09Z', false, 'task-created'],
] as const)('a detection with task %s at %s (later: %s) is %s', (task, detectedAt, later, outcome) => {
  expect(outcomeOf({ taskId: task, detectedAt }, later, now)).toBe(outcome);
});

test('the starts of runs are described by state, in singular and plural', () => {
  const nextStart = '2026-11-24T19:03:00Z';
  const task = { counts: { ...counts, waiting: 110, 'waiting-for-device': 1 }, nextStart };
  expect(startSentences(task, 'Europe/Berlin')).toEqual([
    '110 runs wait for their time; the first starts Tue 24 Nov 20:03 (Europe/Berlin).',
    '1 run waits for its device.',
  ]);
  expect(startSentences({ counts: { ...counts, 'not-started': 112 }, nextStart: null }, 'UTC')).toEqual([
    '112 runs wait until somebody starts them.',
  ]);
});
