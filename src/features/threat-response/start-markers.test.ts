import { describe, expect, test } from 'vitest';
import { timeOfDaySchema } from '#domain/ids.ts';
import { occurrencesBetween } from '#domain/schedule/occurrence.ts';
import type { ScanStart } from '#domain/schedule/scan-start.ts';
import { formatWindowLength, reasonLabels, formatStart, windowLabels } from './preview-text.ts';
import { firstMarkers, markersWithin, planOf, previewSpan, reasonOf, type Marker } from './start-markers.ts';

const zone = 'Europe/Berlin';
const at = (instant: string) => Date.parse(instant);
const now = at('2026-11-24T18:42Z');
const time = (text: string) => timeOfDaySchema.parse(text);
const window = { start: time('20:00'), end: time('07:00') };
const afterHours: ScanStart = { mode: 'interval', window };

test('the three markers say what the help page says', () => {
  const markers = firstMarkers(previewSpan(now, zone), zone);
  const words = markers.map((marker) => {
    const plan = planOf(afterHours, marker, zone);
    return [formatStart(plan, zone), reasonLabels[reasonOf(afterHours, plan, marker, zone)]];
  });
  expect(words).toEqual([
    ['any moment Tue 20:00 – Wed 07:00', 'created before the window: waits for it'],
    ['Tue 21:00', 'created inside the window: at once'],
    ['any moment Wed 20:00 – Thu 07:00', 'created after the window: waits for the next'],
  ]);
});

test.each([
  ['exactly at the start', '2026-11-24T19:00Z', 'inside-window'],
  ['exactly at the end', '2026-11-25T06:00Z', 'after-window'],
  ['half-way between two windows', '2026-11-25T12:30Z', 'before-window'],
  ['a minute earlier', '2026-11-25T12:29Z', 'after-window'],
] as const)('%s: a task created at %s lies %s', (_where, instant, reason) => {
  const marker: Marker = { name: 'A', createdAtMs: at(instant) };
  expect(reasonOf(afterHours, planOf(afterHours, marker, zone), marker, zone)).toBe(reason);
});

test.each(['manual', 'immediate'] as const)('%s start gives its own reason', (mode) => {
  const marker: Marker = { name: 'A', createdAtMs: now };
  expect(reasonOf({ mode }, planOf({ mode }, marker, zone), marker, zone)).toBe(mode);
});

describe('the span', () => {
  test('begins one to four hours before now, whatever the hour, so that now never stands at its edge', () => {
    for (let minute = 0; minute < 1440; minute += 7) {
      const instant = now + minute * 60_000;
      const back = instant - previewSpan(instant, zone).fromMs;
      expect(back).toBeGreaterThanOrEqual(3_600_000);
      expect(back).toBeLessThan(4 * 3_600_000);
    }
  });

  test('moves on with the clock, and a marker that falls out of it keeps its wall time', () => {
    const markers = firstMarkers(previewSpan(now, zone), zone);
    const later = previewSpan(now + 8 * 3_600_000, zone);
    expect(markersWithin(markers, later, zone).map(({ createdAtMs }) => new Date(createdAtMs).toISOString())).toEqual([
      '2026-11-25T18:00:00.000Z',
      '2026-11-25T20:00:00.000Z',
      '2026-11-25T07:00:00.000Z',
    ]);
    expect(markersWithin(markers, previewSpan(now, zone), zone)).toEqual(markers);
  });
});

describe('words', () => {
  test('the window says its length and that it ends the next day', () => {
    expect(formatWindowLength(window)).toBe('11 hours, ends the next day');
    expect(formatWindowLength({ start: window.end, end: time('08:30') })).toBe('1 hour 30 min');
  });

  test.each([
    ['2026-11-24T18:42Z', ['20:00 – 07:00 · 11 h', 'next window']],
    ['2026-11-25T06:30Z', ['', '20:00 – 07:00 · 11 h', 'next window']],
    ['2026-03-28T18:42Z', ['20:00 – 07:00 · 10 h', 'next window']],
    ['2026-10-24T17:42Z', ['20:00 – 07:00 · 12 h', 'next window']],
  ])('at %s the windows on the ribbon say %j', (instant, labels) => {
    const span = previewSpan(at(instant), zone);
    expect(windowLabels(occurrencesBetween(window, span.fromMs, span.toMs, zone), span, at(instant), zone)).toEqual(
      labels,
    );
  });

  test('a window too short for words has no label', () => {
    const short = { start: time('20:00'), end: time('22:00') };
    const span = previewSpan(now, zone);
    expect(windowLabels(occurrencesBetween(short, span.fromMs, span.toMs, zone), span, now, zone)).toEqual(['', '']);
  });
});
