import { expect, test } from 'vitest';
import type { TaskView } from '#contract/tasks.ts';
import { removalSentences, removalShort, removalWords } from './removal-words.ts';

type Removal = Pick<TaskView, 'removedBecause' | 'rotation'>;

test.each<[string, Removal, string, string, RegExp]>([
  [
    'started',
    { removedBecause: 'last-start', rotation: null },
    'Tue 1 Dec 21:15',
    'Tue 1 Dec 21:15, 7 days after the last start',
    /after Tue 1 Dec 21:15, seven days after the last start\.$/,
  ],
  [
    'never started',
    { removedBecause: 'never-started', rotation: null },
    'Tue 1 Dec 21:15',
    'Tue 1 Dec 21:15, 7 days after its creation',
    /seven days after its creation\.$/,
  ],
  [
    'the oldest of a hundred',
    { removedBecause: 'last-start', rotation: 1 },
    'With the next task',
    'With the next task, or Tue 1 Dec 21:15',
    /100 tasks are kept .* when the next task comes\.$/,
  ],
  [
    'soon to go',
    { removedBecause: 'last-start', rotation: 4 },
    'In 4 tasks',
    'In 4 tasks, or Tue 1 Dec 21:15',
    /goes when 4 more tasks come\.$/,
  ],
])('a task that is %s says when it will be removed, and why', (_, removal, short, words, sentences) => {
  const task = { removedAfter: '2026-12-01T20:15:00Z', ...removal };
  expect(removalShort(task, 'Europe/Berlin')).toBe(short);
  expect(removalWords(task, 'Europe/Berlin')).toBe(words);
  expect(removalSentences(task, 'Europe/Berlin')).toMatch(sentences);
});
