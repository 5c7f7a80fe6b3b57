#!/usr/bin/env bash
# The guess: a package that maps Windows time zone names to IANA ids, installed in its latest version, knows the zones of
#   the runtime that it runs on.
# Instead: windows-iana 5.1.0 carries a table of 2021. It answers with an empty list for zones that were named since
#   (Europe/Kyiv, America/Ciudad_Juarez, America/Coyhaique, Pacific/Kanton), and maps the Windows name of Ukraine to three
#   old names of which two are no zones of their own any more. CLDR's own table, published as cldr-core, is current.
# Who meets it: whoever imports device lists or calendars from Windows tools, or exports to them: a device in Kyiv has no
#   Windows zone, and no error says so.
# Source: the tables of both packages; CLDR's supplemental data, windowsZones.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent windows-iana@5.1.0 cldr-core@48.2.0 cldr-bcp47@48.2.0
cat >check.cjs <<'JS'
const { findWindows, findIana } = require('windows-iana');
const known = (zone) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) && 'accepted by Intl';
  } catch {
    return 'unknown to Intl';
  }
};
const zones = ['Europe/Kyiv', 'America/Ciudad_Juarez', 'America/Coyhaique', 'Pacific/Kanton', 'Europe/Berlin'];
const seen = zones.map((zone) => `${zone}: ${known(zone)}, Windows names: ${JSON.stringify(findWindows(zone))}`);
seen.push(`FLE Standard Time in UA: ${JSON.stringify(findIana('FLE Standard Time', 'UA'))}`);
const { keyword } = require('cldr-bcp47/bcp47/timezone.json');
const { uaiev } = keyword.u.tz;
seen.push(`CLDR's zone of Kyiv: ${uaiev._alias} (IANA: ${uaiev._iana})`);
console.log(seen.join('\n'));
const none = 'accepted by Intl, Windows names: []';
const expected = [
  ...zones.slice(0, 4).map((zone) => `${zone}: ${none}`),
  'Europe/Berlin: accepted by Intl, Windows names: ["W. Europe Standard Time"]',
  'FLE Standard Time in UA: ["Europe/Kiev","Europe/Uzhgorod","Europe/Zaporozhye"]',
];
process.exit(JSON.stringify(seen.slice(0, 6)) === JSON.stringify(expected) && seen[6].includes('Europe/Kyiv') ? 0 : 1);
JS
node check.cjs
# Output seen on Node 20.20:
#   Europe/Kyiv: accepted by Intl, Windows names: []
#   America/Ciudad_Juarez: accepted by Intl, Windows names: []
#   America/Coyhaique: accepted by Intl, Windows names: []
#   Pacific/Kanton: accepted by Intl, Windows names: []
#   Europe/Berlin: accepted by Intl, Windows names: ["W. Europe Standard Time"]
#   FLE Standard Time in UA: ["Europe/Kiev","Europe/Uzhgorod","Europe/Zaporozhye"]
