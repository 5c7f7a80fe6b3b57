import { describe, expect, test } from 'vitest';
import { timeOfDaySchema } from '#domain/ids.ts';
import type { IocScanning } from '#domain/policy/settings.ts';
import { iocFormSchema, toForm, toSettings } from './ioc-form.ts';

const time = (text: string) => timeOfDaySchema.parse(text);
const settings: readonly IocScanning[] = [
  { scope: 'critical-areas', start: { mode: 'manual' } },
  { scope: 'system-drives', start: { mode: 'immediate' } },
  { scope: 'critical-areas', start: { mode: 'interval', window: { start: time('22:15'), end: time('05:00') } } },
];

test.each(settings)('settings survive the way through the form: $start.mode', (value) => {
  expect(toSettings(toForm(value))).toEqual(value);
});

test('20:00–07:00 is proposed where no interval was set', () => {
  expect(toForm({ scope: 'critical-areas', start: { mode: 'manual' } })).toMatchObject({
    start: '20:00',
    end: '07:00',
  });
});

describe('the times of the interval', () => {
  const messages = (start: string, end: string) =>
    iocFormSchema
      .safeParse({ scope: 'critical-areas', mode: 'interval', start, end })
      .error?.issues.map((i) => i.path.join());
  test.each([
    ['24:00', '07:00', ['start']],
    ['20:00', '7:5', ['end']],
    ['', '', ['start', 'end']],
    ['20:00', '2000', ['end']],
  ])('%j and %j are refused at their fields', (start, end, paths) => {
    expect(messages(start, end)).toEqual(paths);
  });
  test('they do not matter while another mode is chosen', () => {
    expect(toSettings({ scope: 'critical-areas', mode: 'manual', start: 'x', end: '' })).not.toBeNull();
  });
});
