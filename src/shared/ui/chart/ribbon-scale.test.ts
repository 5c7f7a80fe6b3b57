import { expect, test } from 'vitest';
import { moveByKey, leftOn, snapToStep, widthOn } from './ribbon-scale.ts';

const at = (hours: number) => Date.parse('2026-11-24T17:00Z') + hours * 3_600_000;
const span = { fromMs: at(0), toMs: at(48) };

test.each([
  ['ArrowRight', false, 10.25],
  ['ArrowUp', false, 10.25],
  ['ArrowLeft', false, 9.75],
  ['ArrowDown', true, 9],
  ['ArrowRight', true, 11],
  ['PageUp', false, 13],
  ['PageDown', false, 7],
  ['Home', false, 0],
  ['End', false, 48],
] as const)('%s (Shift: %s) moves a handle from hour 10 to hour %d', (key, shift, hours) => {
  expect(moveByKey(span, at(10), key, shift)).toBe(at(hours));
});

test('other keys do not move the handle, and it stays within the span', () => {
  expect(moveByKey(span, at(10), 'Tab', false)).toBeNull();
  expect(moveByKey(span, at(47.9), 'PageUp', false)).toBe(at(48));
  expect(moveByKey(span, at(0), 'ArrowLeft', true)).toBe(at(0));
});

test('a dragged handle snaps to quarters of an hour', () => {
  expect(snapToStep(span, at(3.6))).toBe(at(3.5));
});

test('an instant outside the span is clamped to its edge', () => {
  expect([leftOn(span, at(-3)), leftOn(span, at(24)), leftOn(span, at(60))]).toEqual(['0%', '50%', '100%']);
  expect(widthOn(span, { fromMs: at(-12), toMs: at(12) })).toBe('25%');
});
