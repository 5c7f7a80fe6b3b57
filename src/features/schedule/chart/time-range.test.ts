import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastSpanMs, lengthOf, panned, within, zoomed } from './time-range.ts';
import { chartKeyAction } from './chart-keys.ts';

const hourMs = 3_600_000;
const whole = { fromMs: 0, toMs: 48 * hourMs };

test('zooming in keeps the instant under the line where it is', () => {
  expect(zoomed(whole, whole, 0.5, 12 * hourMs)).toEqual({ fromMs: 6 * hourMs, toMs: 30 * hourMs });
});

test('zooming out to all of it shows all', () => {
  expect(zoomed({ fromMs: 0, toMs: 30 * hourMs }, whole, 2, hourMs)).toBeNull();
});

test('panning stops at the ends', () => {
  const part = { fromMs: 40 * hourMs, toMs: 46 * hourMs };
  expect(panned(part, whole, 1)).toEqual({ fromMs: 42 * hourMs, toMs: 48 * hourMs });
  expect(panned(part, whole, -9)).toEqual({ fromMs: 0, toMs: 6 * hourMs });
});

test('whatever is asked for, what is shown lies in the whole and is never too short to read', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (fromMs, length) => {
      const span = within({ fromMs, toMs: fromMs + length }, whole);
      if (span === null) return;
      expect(span.fromMs).toBeGreaterThanOrEqual(whole.fromMs);
      expect(span.toMs).toBeLessThanOrEqual(whole.toMs);
      expect(lengthOf(span)).toBeGreaterThanOrEqual(leastSpanMs - 1000);
    }),
    { seed: 20 },
  );
});

const bins = [0, 1, 2].map((hour) => ({
  fromMs: hour * hourMs,
  toMs: (hour + 1) * hourMs,
  starts: 1,
  expected: 1,
  low: 1,
  high: 1,
  running: 1,
}));
const place = { span: whole, whole, isZoomed: false, bins, atMs: 0.5 * hourMs };

test('an arrow reads the next bin, and stops at the last', () => {
  expect(chartKeyAction('ArrowRight', false, place)).toEqual({ kind: 'read', atMs: 1.5 * hourMs, view: undefined });
  expect(chartKeyAction('ArrowRight', false, { ...place, atMs: 2.5 * hourMs })).toMatchObject({ atMs: 2.5 * hourMs });
});

test('where a part of time is in sight, it goes along with the line', () => {
  const span = { fromMs: 10 * hourMs, toMs: 20 * hourMs };
  const later = bins.map((bin) => ({ ...bin, fromMs: bin.fromMs + 15 * hourMs, toMs: bin.toMs + 15 * hourMs }));
  expect(
    chartKeyAction('ArrowRight', false, { ...place, span, isZoomed: true, bins: later, atMs: 15.5 * hourMs }),
  ).toEqual({
    kind: 'read',
    atMs: 16.5 * hourMs,
    view: { fromMs: 11.5 * hourMs, toMs: 21.5 * hourMs },
  });
});

test('Enter asks for the runs of the bin; any other key is left to the page', () => {
  expect(chartKeyAction('Enter', false, place)).toMatchObject({ kind: 'starts', span: { fromMs: 0, toMs: hourMs } });
  expect(chartKeyAction('Tab', false, place)).toBeNull();
});
