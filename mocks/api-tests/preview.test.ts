import { expect, test } from 'vitest';
import { timeZoneSchema } from '#contract/time-zone.ts';
import { createTestApp } from '../testing/test-app.ts';
import { atOnce, between, manually } from '../seed/vocabulary.ts';

const requested = {
  timeZone: timeZoneSchema.parse('Europe/Berlin'),
  from: '2026-11-24T00:00:00.000Z',
  to: '2026-11-26T00:00:00.000Z',
  createdAt: ['2026-11-24T11:00:00.000Z', '2026-11-24T20:00:00.000Z'],
};

test('windows are listed night by night, uncut; a creation inside starts at once, others in the next window', async () => {
  const { body } = await createTestApp().call('preview', { body: { ...requested, start: between('20:00', '07:00') } });
  expect(body.windows).toEqual([
    { opensAt: '2026-11-23T19:00:00.000Z', closesAt: '2026-11-24T06:00:00.000Z' },
    { opensAt: '2026-11-24T19:00:00.000Z', closesAt: '2026-11-25T06:00:00.000Z' },
    { opensAt: '2026-11-25T19:00:00.000Z', closesAt: '2026-11-26T06:00:00.000Z' },
  ]);
  expect(body.starts).toEqual([
    { createdAt: requested.createdAt[0], because: 'outside-window', at: null, window: body.windows[1] },
    {
      createdAt: requested.createdAt[1],
      because: 'inside-window',
      at: requested.createdAt[1],
      window: body.windows[1],
    },
  ]);
});

test.each([
  ['at once', atOnce, 'immediate', requested.createdAt],
  ['by hand', manually, 'manual', [null, null]],
] as const)('%s there is no window', async (_, start, because, at) => {
  const { body } = await createTestApp().call('preview', { body: { ...requested, start } });
  expect(body.windows).toEqual([]);
  expect(body.starts.map((each) => [each.because, each.at, each.window])).toEqual(at.map((a) => [because, a, null]));
});

test('an end before the beginning, and more than a year, are refused at their field', async () => {
  const backend = createTestApp();
  for (const to of [requested.from, '2027-11-26T00:00:00.000Z']) {
    const reply = await backend.request('POST', '/preview', {
      body: JSON.stringify({ ...requested, start: manually, to }),
    });
    expect(reply).toMatchObject({ status: 422, body: { errors: [{ path: '/to' }] } });
  }
});
