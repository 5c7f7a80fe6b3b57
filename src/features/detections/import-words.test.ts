import { expect, test } from 'vitest';
import { importedWords, previewLines } from './import-words.ts';

test('a preview says how many detections, on how many devices, and when', () => {
  expect(previewLines({ detections: 1_000, atOnce: 1, devices: 40 })).toEqual([
    '1,000 detections on 40 devices: 999 are expected at a later instant, 1 happens now.',
  ]);
});

test('the result of an import mentions skipped lines', () => {
  expect(importedWords({ detections: 1, atOnce: 0, devices: 1, invalid: 0 })).toBe('1 detection imported.');
  expect(importedWords({ detections: 7, atOnce: 2, devices: 1, invalid: 3 })).toBe(
    '7 detections imported, 2 of them now. 3 lines were left out.',
  );
});
