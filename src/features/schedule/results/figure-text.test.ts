import { expect, test } from 'vitest';
import { formatFigureChange, formatFigureRange, formatFigure } from './figure-text.ts';

const at = (instant: string) => Date.parse(instant);
const [count, moment] = [{ kind: 'count' }, { kind: 'instant' }] as const;

test('a count is read with its thousands, an instant in the zone of the axis, nothing as a dash', () => {
  expect(formatFigure(count, 1071, 'UTC')).toBe('1,071');
  expect(formatFigure(moment, at('2026-11-24T19:04Z'), 'Europe/Berlin')).toBe('Tue 20:04');
  expect(formatFigure(moment, null, 'UTC')).toBe('–');
});

test('a range names the day only where it is another than the value’s', () => {
  const value = at('2026-11-24T22:50Z');
  expect(formatFigureRange(moment, [at('2026-11-24T22:40Z'), at('2026-11-24T22:59Z')], value, 'UTC')).toBe(
    '22:40–22:59 in 95 of 100',
  );
  expect(formatFigureRange(moment, [at('2026-11-24T22:40Z'), at('2026-11-25T00:10Z')], value, 'UTC')).toBe(
    '22:40–Wed 00:10 in 95 of 100',
  );
});

test.each([
  [count, 10, 12, '+2'],
  [count, 1200, 100, '−1,100'],
  [count, 5, 5, 'the same'],
  [moment, at('2026-11-24T20:00Z'), at('2026-11-25T01:03Z'), '5 h 3 min later'],
  [moment, at('2026-11-26T20:00Z'), at('2026-11-24T19:00Z'), '2 d 1 h earlier'],
  [moment, null, at('2026-11-24T19:00Z'), 'only with the draft'],
  [moment, at('2026-11-24T19:00Z'), null, 'only now'],
])('%o: from %s to %s is said as %s', (figure, now, draft, words) => {
  expect(formatFigureChange(figure, now, draft)).toBe(words);
});
