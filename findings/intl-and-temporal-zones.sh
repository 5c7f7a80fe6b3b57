#!/usr/bin/env bash
# The guess: a time zone that Intl.DateTimeFormat accepts is one that Temporal accepts, and BST means British Summer Time.
# What happens instead: V8's Intl takes the ids of three letters that ICU keeps from the first Java versions (PST, BST, IST,
# CST …), and BST is the zone of Dhaka. Temporal refuses every one of them with a RangeError, and takes what is no zone id at
# all: an offset (+03:00) and a date with a zone in brackets (2020-01-01T00:00Z[UTC]).
# Who meets it: whoever checks a zone at the door with `new Intl.DateTimeFormat(…, { timeZone })`, as is usual, and works
# with Temporal behind it. The zone passes, and every calculation with it throws.
# Source: ECMA-402, AvailableNamedTimeZoneIdentifiers (names of the IANA database only); Temporal, ToTemporalTimeZoneIdentifier.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund temporal-polyfill@1.0.8

cat >zones.mjs <<'JS'
import { Temporal } from 'temporal-polyfill';

const intl = (timeZone) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'refused';
  }
};
const temporal = (timeZone) => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone).timeZoneId;
  } catch {
    return 'refused';
  }
};

console.log(`Node ${process.version}, ICU ${process.versions.icu}, tz ${process.versions.tz}, temporal-polyfill 1.0.8`);
const expected = [
  ['Europe/Berlin', 'Europe/Berlin', 'Europe/Berlin'],
  ['PST', 'America/Los_Angeles', 'refused'],
  ['BST', 'Asia/Dhaka', 'refused'],
  ['IST', 'Asia/Calcutta', 'refused'],
  ['CST', 'America/Chicago', 'refused'],
  ['2020-01-01T00:00Z[UTC]', 'refused', 'UTC'],
];
let changed = 0;
for (const [id, inIntl, inTemporal] of expected) {
  console.log(`${id}: Intl ${intl(id)}, Temporal ${temporal(id)}`);
  // What ICU calls Kolkata is not the point.
  const asExpected = intl(id).replace('Kolkata', 'Calcutta') === inIntl && temporal(id) === inTemporal;
  if (!asExpected) changed += 1;
}
if (temporal('+03:00') === 'refused') changed += 1;
console.log(`+03:00: Intl ${intl('+03:00')}, Temporal ${temporal('+03:00')}`);
process.exit(changed === 0 ? 0 : 1);
JS
node zones.mjs
# Seen on Node v20.20.2, ICU 78.2, tz 2025c:
#   Europe/Berlin: Intl Europe/Berlin, Temporal Europe/Berlin
#   PST: Intl America/Los_Angeles, Temporal refused
#   BST: Intl Asia/Dhaka, Temporal refused
#   IST: Intl Asia/Calcutta, Temporal refused
#   CST: Intl America/Chicago, Temporal refused
#   2020-01-01T00:00Z[UTC]: Intl refused, Temporal UTC
#   +03:00: Intl refused, Temporal +03:00
