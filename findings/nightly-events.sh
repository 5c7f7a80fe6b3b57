#!/usr/bin/env bash
# A nightly calendar event, 20:00–07:00 in Europe/Berlin, through two widely used readers of iCalendar.
#
# The guess: an event with DTSTART;TZID, DTEND;TZID, its VTIMEZONE and RRULE:FREQ=DAILY is the same nights in every reader, and
#   a series at 02:30 that meets the missing hour of spring is back at 02:30 the next night.
# What happens instead:
#   - The night of each clock change ends an hour apart. ical.js keeps the wall clock (until 07:00; 12 hours in autumn, 10 in
#     spring), node-ical keeps the length of the first night (11 hours; until 06:00 in autumn, 08:00 in spring). RFC 5545
#     §3.8.5.3 wants the same exact duration for all when there is a DTEND; people who write 20:00–07:00 want the other.
#   - The night whose 02:30 does not exist: ical.js starts it at 01:30 (before the hour that is missing), node-ical at 03:30
#     (after it); RFC 5545 §3.3.10 wants it left out. node-ical then stays at 03:30 for all the nights that follow.
# Who meets it: whoever exports a nightly window as one recurring event in local time. Single events in UTC are read alike.
# Source: RFC 5545 §3.3.10 and §3.8.5.3; the behaviour below was observed with the versions that it installs.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent ical.js@2.2.1 node-ical@0.26.1

cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
console.log(`ical.js ${version('ical.js')}, node-ical ${version('node-ical')}, Node ${process.version}`);

const zone = [
  'BEGIN:VTIMEZONE', 'TZID:Europe/Berlin',
  'BEGIN:DAYLIGHT', 'DTSTART:19810329T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'TZNAME:CEST', 'END:DAYLIGHT',
  'BEGIN:STANDARD', 'DTSTART:19961027T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'TZNAME:CET', 'END:STANDARD',
  'END:VTIMEZONE',
];
const file = (start, end) =>
  [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//Nights//EN', ...zone,
    'BEGIN:VEVENT', 'UID:nights@example.org', 'DTSTAMP:20260101T000000Z',
    `DTSTART;TZID=Europe/Berlin:${start}`, `DTEND;TZID=Europe/Berlin:${end}`, 'RRULE:FREQ=DAILY;COUNT=3', 'SUMMARY:Night',
    'END:VEVENT', 'END:VCALENDAR', '',
  ].join('\r\n');

function byIcalJs(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const each of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(each));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent'));
  const nights = [];
  const next = event.iterator();
  for (let at = next.next(); at; at = next.next()) {
    const { startDate, endDate } = event.getOccurrenceDetails(at);
    nights.push([startDate.toJSDate(), endDate.toJSDate()]);
  }
  return nights;
}
function byNodeIcal(text) {
  const event = Object.values(nodeIcal.sync.parseICS(text)).find(({ type }) => type === 'VEVENT');
  const span = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z') };
  return nodeIcal.expandRecurringEvent(event, span).map(({ start, end }) => [new Date(start), new Date(end)]);
}

const local = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin', day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit',
});
const words = (nights) => nights.map((night) => night.map((at) => local.format(at)).join(' – ')).join('; ');

const cases = [
  ['autumn, 20:00–07:00', '20261023T200000', '20261024T070000',
    '23 Oct, 20:00 – 24 Oct, 07:00; 24 Oct, 20:00 – 25 Oct, 07:00; 25 Oct, 20:00 – 26 Oct, 07:00',
    '23 Oct, 20:00 – 24 Oct, 07:00; 24 Oct, 20:00 – 25 Oct, 06:00; 25 Oct, 20:00 – 26 Oct, 07:00'],
  ['spring, 20:00–07:00', '20260327T200000', '20260328T070000',
    '27 Mar, 20:00 – 28 Mar, 07:00; 28 Mar, 20:00 – 29 Mar, 07:00; 29 Mar, 20:00 – 30 Mar, 07:00',
    '27 Mar, 20:00 – 28 Mar, 07:00; 28 Mar, 20:00 – 29 Mar, 08:00; 29 Mar, 20:00 – 30 Mar, 07:00'],
  ['spring, 02:30–03:30', '20260328T023000', '20260328T033000',
    '28 Mar, 02:30 – 28 Mar, 03:30; 29 Mar, 01:30 – 29 Mar, 03:30; 30 Mar, 02:30 – 30 Mar, 03:30',
    '28 Mar, 02:30 – 28 Mar, 03:30; 29 Mar, 03:30 – 29 Mar, 04:30; 30 Mar, 03:30 – 30 Mar, 04:30'],
];
let changed = false;
for (const [name, start, end, ...expected] of cases) {
  const text = file(start, end);
  const seen = [words(byIcalJs(text)), words(byNodeIcal(text))];
  console.log(`${name}\n  ical.js:   ${seen[0]}\n  node-ical: ${seen[1]}`);
  changed ||= seen.some((each, i) => each !== expected[i]);
}
if (changed) {
  console.log('The behaviour is another one than described above.');
  process.exitCode = 1;
}
JS
node read.mjs
