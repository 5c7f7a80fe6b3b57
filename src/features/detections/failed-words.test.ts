import { expect, test } from 'vitest';
import { failedWords, retriedWords } from './failed-words.ts';

test('one failed detection and several', () => {
  expect(failedWords(1)).toBe(
    '1 detection could not be processed. Fix the cause, then retry: the task is created at the time of the retry.',
  );
  expect(failedWords(1200)).toMatch(/^1,200 detections could not be processed\. .* the tasks are created/);
});

test('the result of a retry', () => {
  expect(retriedWords({ processed: 1, failed: 0 })).toBe('Processed 1 detection.');
  expect(retriedWords({ processed: 3, failed: 0 })).toBe('Processed 3 detections.');
  expect(retriedWords({ processed: 1, failed: 2 })).toBe('Retried: 1 processed, 2 failed again.');
});
