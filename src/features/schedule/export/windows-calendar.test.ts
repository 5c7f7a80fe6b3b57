import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, test } from 'vitest';
import { deviceIdSchema, policyIdSchema } from '#domain/ids.ts';
import { windowsCalendar, windowsOf, describeNoWindows, type CalendarSubject } from './windows-calendar.ts';

const saved = { revision: 2, modifiedBy: 'M. Admin', modifiedAt: '2026-11-24T18:05:00.000Z' };
const policy = { id: policyIdSchema.parse('baseline'), name: 'Baseline', revision: 2 };

const run = (id: string, timeZone: string, window: { opensAt: string; closesAt: string } | null) => ({
  device: { id: deviceIdSchema.parse(id), name: id.toUpperCase(), timeZone },
  window,
  ...({ fate: 'waits', because: 'outside-window', decidedBy: 'locked-by-policy' } as const),
  ...{ policy, saved },
});
const berlin = { opensAt: '2026-11-24T19:00:00.000Z', closesAt: '2026-11-25T06:00:00.000Z' };
const tokyo = { opensAt: '2026-11-24T11:00:00.000Z', closesAt: '2026-11-24T22:00:00.000Z' };

const subject = (id: string, name: string): CalendarSubject => ({
  title: `${name}: IOC scans`,
  place: { kind: 'group', id, name },
  path: `Managed devices / Offices / ${name}`,
  world: { scenario: 'demo', seed: 2026 },
  asOf: '2026-11-24T12:00:00.000Z',
  zone: 'Europe/Berlin',
});

/** The events of a calendar as ical.js has them. */
const eventsOf = (file: string | null) =>
  new ICAL.Component(ICAL.parse(file ?? '') as unknown[])
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));

/** What both readers must agree on: who an event is, when, and in which words. */
function readTwice(file: string | null) {
  const one = eventsOf(file).map((event) => ({
    uid: event.uid,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    summary: event.summary,
    description: event.description,
    transparency: event.component.getFirstPropertyValue('transp'),
  }));
  const other = Object.values(nodeIcal.sync.parseICS(file ?? '')).flatMap((event) =>
    event?.type === 'VEVENT'
      ? [
          {
            uid: event.uid,
            start: event.start.toISOString(),
            end: event.end?.toISOString(),
            summary: event.summary,
            description: event.description,
            transparency: event.transparency,
          },
        ]
      : [],
  );
  expect(other).toEqual(one);
  return one;
}

test('the windows of one zone and time are one event, counted by devices', () => {
  const windows = windowsOf(
    [
      run('a', 'Europe/Berlin', berlin),
      run('b', 'Europe/Berlin', berlin),
      run('b', 'Europe/Berlin', berlin),
      run('c', 'Europe/Paris', berlin),
      run('d', 'Asia/Tokyo', tokyo),
      run('e', 'Asia/Tokyo', null),
    ],
    'UTC',
  );
  expect(windows.map(({ zone, devices }) => [zone, devices.size])).toEqual([
    ['Asia/Tokyo', 1],
    ['Europe/Berlin', 2],
    ['Europe/Paris', 1],
  ]);
});

describe('a calendar as two other programs read it', () => {
  test('has the windows at their instants, names the group and who decided, and makes nobody busy', () => {
    const [event, ...others] = readTwice(
      windowsCalendar(subject('berlin', 'Berlin'), [
        run('a', 'Europe/Berlin', berlin),
        run('b', 'Europe/Berlin', berlin),
      ]),
    );
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      start: berlin.opensAt,
      end: berlin.closesAt,
      summary: 'IOC scans of Berlin: 2 devices in Europe/Berlin',
      transparency: 'TRANSPARENT',
    });
    expect(event?.description.split('\n')).toEqual([
      'The scans of 2 devices start within this window: Tue 24 Nov 2026 20:00 (UTC+1) to Wed 25 Nov 2026 07:00 (UTC+1) in Europe/Berlin.',
      'Group: Managed devices / Offices / Berlin',
      'Decided by: Baseline, revision 2, M. Admin, 24 Nov 2026, 19:05 (times in Europe/Berlin)',
      'Forecast as of Tue 24 Nov 2026 13:00, Europe/Berlin',
    ]);
  });

  test('keeps the events of two groups, of two worlds and of two zones apart, and knows its own again', () => {
    const uidsOf = (from: CalendarSubject, zone = 'Europe/Berlin', window = berlin) =>
      readTwice(windowsCalendar(from, [run('a', zone, window)])).map(({ uid }) => uid);
    const ofBerlin = subject('berlin', 'Berlin');
    const all = [
      uidsOf(ofBerlin),
      uidsOf(subject('labs', 'Labs')),
      uidsOf({ ...ofBerlin, place: { kind: 'device', id: 'berlin', name: 'BERLIN' } }),
      uidsOf({ ...ofBerlin, world: { scenario: 'small', seed: 2026 } }),
      uidsOf({ ...ofBerlin, world: { scenario: 'demo', seed: 7 } }),
      uidsOf(ofBerlin, 'Etc/GMT+5'),
      uidsOf(ofBerlin, 'Etc/GMT-5'),
      uidsOf(ofBerlin, 'Europe/Berlin', tokyo),
    ].flat();
    expect(new Set(all).size).toBe(8);
    for (const uid of all) expect(uid).toMatch(/^[\w.~@-]{1,255}$/);
    // Asked again later, of more devices: the same event, which a calendar replaces.
    const later = { ...ofBerlin, asOf: '2026-11-24T13:00:00.000Z' };
    const again = windowsCalendar(later, [run('a', 'Europe/Berlin', berlin), run('b', 'Europe/Berlin', berlin)]);
    expect(readTwice(again).map(({ uid }) => uid)).toEqual(uidsOf(ofBerlin));
  });

  test.each([
    ['a clock change in spring', '2026-03-28T19:00:00.000Z', '2026-03-29T05:00:00.000Z'],
    ['a clock change in autumn', '2026-10-24T18:00:00.000Z', '2026-10-25T06:00:00.000Z'],
  ])('has %s at the right instants', (_, opensAt, closesAt) => {
    const file = windowsCalendar(subject('berlin', 'Berlin'), [run('a', 'Europe/Berlin', { opensAt, closesAt })]);
    expect(readTwice(file)).toMatchObject([{ start: opensAt, end: closesAt }]);
  });

  test('survives names with everything that means something in such a file', () => {
    const name = 'R;D, "A\\B" – 機械';
    expect(readTwice(windowsCalendar(subject('labs', name), [run('a', 'UTC', berlin)]))[0]?.summary).toBe(
      `IOC scans of ${name}: 1 device in UTC`,
    );
  });
});

test('where no run has a window there is no file, and it is said what the runs do instead', () => {
  expect(windowsCalendar(subject('berlin', 'Berlin'), [run('a', 'Europe/Berlin', null)])).toBeNull();
  const because = (...reasons: ('manual' | 'immediate' | 'offline')[]) => reasons.map((each) => ({ because: each }));
  expect(describeNoWindows(because('manual', 'manual', 'immediate', 'offline'))).toBe(
    'There is no scan window: 2 runs have manual start, 1 run starts immediately, and 1 run waits for an offline device.',
  );
  expect(describeNoWindows(because('manual'))).toBe('There is no scan window: 1 run has manual start.');
  expect(describeNoWindows([])).toBe('There is no scan window: there are no devices here.');
});
