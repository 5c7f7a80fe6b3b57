#!/usr/bin/env bash
# The guess: a minor release of zod 4 keeps accepting the instants that it accepted before, so `z.iso.datetime()` reads
#   2026-11-24T18:00Z today as it did last spring.
# Instead: zod 4.4.3 accepts an instant without seconds, zod 4.5.0 and later refuse it as soon as it carries `Z` or an
#   offset. `precision: -1` does not bring it back: that accepts minutes only. Two schemas side by side are needed.
# Who meets it: whoever validates instants typed by people or written by spreadsheets and scripts, which leave the seconds
#   out; the upgrade passes every test that writes instants with toISOString().
# Source: zod's release notes for 4.5 and pull request colinhacks/zod#6457.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent zod44@npm:zod@4.4.3 zod45@npm:zod@4.5.0 zod46@npm:zod@4.6.7
cat >check.cjs <<'JS'
const seen = ['zod44', 'zod45', 'zod46'].map((name) => {
  const { z } = require(name);
  const accepts = (schema, text) => schema.safeParse(text).success;
  return [
    require(`${name}/package.json`).version,
    accepts(z.iso.datetime(), '2026-11-24T18:00Z'),
    accepts(z.iso.datetime(), '2026-11-24T18:00:00Z'),
    accepts(z.iso.datetime({ precision: -1 }), '2026-11-24T18:00Z'),
    accepts(z.iso.datetime({ precision: -1 }), '2026-11-24T18:00:00Z'),
  ].join(' ');
});
console.log('version, without seconds, with seconds, precision -1 without, precision -1 with');
console.log(seen.join('\n'));
const expected = ['4.4.3 true true true false', '4.5.0 false true true false', '4.6.7 false true true false'];
process.exit(JSON.stringify(seen) === JSON.stringify(expected) ? 0 : 1);
JS
node check.cjs
# Output seen on Node 20.20:
#   4.4.3 true true true false
#   4.5.0 false true true false
#   4.6.7 false true true false
