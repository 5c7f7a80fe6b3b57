import { expect, test } from 'vitest';
import { unknownSystemZone } from './system-zone.ts';

const unknown = 'This browser does not know the time zone of your system';
const until = 'Until you choose one, times are in UTC.';

test.each([
  ['Europe/Berlin', -60, null],
  ['UTC', 0, null],
  ['Etc/Unknown', 0, `${unknown}. ${until}`],
  ['Etc/Unknown', 180, `${unknown}, whose clock is UTC−3. ${until}`],
  // WebKit with older time zone data, on a system in America/Coyhaique.
  ['UTC', 180, `${unknown}, whose clock is UTC−3. ${until}`],
  ['UTC', -345, `${unknown}, whose clock is UTC+5:45. ${until}`],
])('a browser that says %s, and whose clock is %i minutes behind UTC', (resolved, behindMinutes, words) => {
  expect(unknownSystemZone({ resolved, behindMinutes })).toBe(words);
});
