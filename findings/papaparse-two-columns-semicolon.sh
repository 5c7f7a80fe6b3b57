#!/usr/bin/env bash
# The guess: Papa Parse detects `;` in any regular file that holds no comma at all.
# Instead: a candidate separator counts only if rows have more than 1.99 fields on average over the whole sample, and the
#   empty line after the last line break is one of the rows that are averaged. A short file of two columns that ends with a
#   line break, as every editor and export writes it (up to nine rows: ten are sampled), is read as one column per row, with the error UndetectableDelimiter.
#   The same file without the last line break is detected, and so is one of three columns. `skipEmptyLines` helps.
# Who meets it: importers of short lists of two columns: name and time zone, name and group, name and hash.
# Source: the observed behaviour; reported as mholt/PapaParse#1042.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent papaparse@5.7.1
cat >check.cjs <<'JS'
const Papa = require('papaparse');
const two = 'Name;Zone\nPC-1;Europe/Berlin\nPC-2;Europe/Paris\n';
const three = 'Name;Zone;Status\nPC-1;Europe/Berlin;Online\nPC-2;Europe/Paris;Online\n';
const read = (text, config) => {
  const { data, meta, errors } = Papa.parse(text, config);
  return [meta.delimiter, data[0].length, errors.map(({ code }) => code).join()].join(' ').trim();
};
const seen = [
  `two columns: ${read(two)}`,
  `two columns, no last line break: ${read(two.trimEnd())}`,
  `two columns, skipEmptyLines: ${read(two, { skipEmptyLines: true })}`,
  `three columns: ${read(three)}`,
];
console.log(`papaparse ${require('papaparse/package.json').version}: separator, fields of the first row, errors`);
console.log(seen.join('\n'));
const expected = [
  'two columns: , 1 UndetectableDelimiter',
  'two columns, no last line break: ; 2',
  'two columns, skipEmptyLines: ; 2',
  'three columns: ; 3',
];
process.exit(JSON.stringify(seen) === JSON.stringify(expected) ? 0 : 1);
JS
node check.cjs
# Output seen on Node 20.20:
#   two columns: , 1 UndetectableDelimiter
#   two columns, no last line break: ; 2
#   two columns, skipEmptyLines: ; 2
#   three columns: ; 3
