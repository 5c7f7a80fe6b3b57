import { expect, test } from 'vitest';
import { timeOfDaySchema } from '#domain/ids.ts';
import type { ScanStart } from '#domain/schedule/scan-start.ts';
import { firstMarkers, lengthWords, planOf, previewSpan, reasonWords, startWords } from './preview.ts';

const zone = 'Europe/Berlin';
const now = Date.parse('2026-11-24T18:42:00Z');
const window = { start: timeOfDaySchema.parse('20:00'), end: timeOfDaySchema.parse('07:00') };
const afterHours: ScanStart = { mode: 'interval', window };

test('the three markers say what the help page says', () => {
  const markers = firstMarkers(previewSpan(now, zone), zone);
  const words = markers.map((marker) => {
    const plan = planOf(afterHours, marker, zone);
    return [startWords(plan, zone), reasonWords[plan.because]];
  });
  expect(words).toEqual([
    ['any moment Tue 20:00 – Wed 07:00', 'created outside the window: waits for the next one'],
    ['Tue 21:00', 'created inside the window: at once'],
    ['any moment Wed 20:00 – Thu 07:00', 'created outside the window: waits for the next one'],
  ]);
});

test('the window says its length and that it ends the next day', () => {
  expect(lengthWords(window)).toBe('11 hours, ends the next day');
  expect(lengthWords({ start: window.end, end: timeOfDaySchema.parse('08:30') })).toBe('1 hour 30 min');
});
