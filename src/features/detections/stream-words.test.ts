import { expect, test } from 'vitest';
import { streamWords } from './stream-words.ts';

test('the preview of a stream has its devices and its first and last instant in the display zone', () => {
  const stream = { detections: 20, devices: 17, of: 1_204 };
  const words = streamWords(
    { ...stream, first: '2026-11-24T12:05:00.000Z', last: '2026-11-24T23:50:00.000Z' },
    'Europe/Berlin',
  );
  expect(words).toBe(
    '20 detections on 17 of 1,204 devices, from Tue 24 Nov 13:05 to Wed 25 Nov 00:50 (Europe/Berlin), in simulated time.',
  );
});
