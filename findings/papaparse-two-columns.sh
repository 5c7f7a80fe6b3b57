#!/usr/bin/env bash
# Guess: Papa Parse, asked to find the delimiter itself, finds the semicolon of a regular file, however few its columns.
# Instead: a short file of two columns that ends with a line break is taken for one column: every row becomes one cell. The same
# file without the final line break, or with ten rows, is read right: ten rows are looked at, and where the final line break is
# among them it makes an empty row of one cell. The average falls below the 1.99 cells that a guess must reach. The result says so
# only in `errors` (UndetectableDelimiter), beside data that looks like data.
# Who meets it: whoever reads lists such as `host;address`, with the usual final line break. `skipEmptyLines` avoids it.
# Source: guessDelimiter in papaparse.js, https://github.com/mholt/PapaParse
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund papaparse@5.7.1 >/dev/null

cat >try.cjs <<'JS'
const Papa = require('papaparse');
const { version } = require('papaparse/package.json');
const rowsOf = (count) => Array.from({ length: count }, (_, i) => `pc-${i};10.0.0.${i}`).join('\n');
const found = (text, options) => {
  const { meta, data } = Papa.parse(text, options);
  return `delimiter ${JSON.stringify(meta.delimiter)}, ${data[0].length} cells in the first row`;
};
const seen = {
  '3 rows, final line break': found(`host;address\n${rowsOf(3)}\n`),
  '3 rows, none': found(`host;address\n${rowsOf(3)}`),
  '20 rows, final line break': found(`host;address\n${rowsOf(20)}\n`),
  '3 rows, final line break, skipEmptyLines': found(`host;address\n${rowsOf(3)}\n`, { skipEmptyLines: true }),
};
console.log(`papaparse ${version}`);
for (const [what, said] of Object.entries(seen)) console.log(`${what}: ${said}`);
const [first, ...others] = Object.values(seen);
const asDescribed = first.includes('",", 1 cells') && others.every((said) => said.includes('";", 2 cells'));
process.exit(asDescribed ? 0 : 1);
JS
node try.cjs
