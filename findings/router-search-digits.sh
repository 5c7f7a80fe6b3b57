#!/usr/bin/env bash
# Guess: a search param whose schema says that it is a string arrives as the address has it, so that a link can search for a
# hash or an order number.
# Instead: TanStack Router reads each value as JSON before the schema sees it. An MD5 hash that happens to have digits only, or a
# long number, becomes a floating-point number: its digits are gone, and no `z.coerce.string()` brings them back. The reader of
# query strings below it keeps such a value as text, on purpose, and is overruled.
# Who meets it: whoever is linked to from elsewhere with a text in the query. Own `parseSearch` and `stringifySearch` avoid it.
# Source: parseSearchWith in searchParams.ts and toValue in qss.ts, https://github.com/TanStack/router/issues/7650
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @tanstack/router-core@1.171.39 >/dev/null

cat >try.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { defaultParseSearch } from '@tanstack/router-core';
const { version } = JSON.parse(readFileSync('node_modules/@tanstack/router-core/package.json', 'utf8'));
const texts = ['12345678901234567890123456789012', '9007199254740993', '662e41', 'true', '0cc175b9c0f1b6a831c399e269772661'];
console.log(`@tanstack/router-core ${version}`);
const seen = texts.map((text) => defaultParseSearch(`?q=${text}`).q);
texts.forEach((text, i) => console.log(`?q=${text} is read as ${typeof seen[i]} ${String(seen[i])}`));
const lost = seen.slice(0, 3).every((value, i) => typeof value === 'number' && String(value) !== texts[i]);
process.exit(lost && seen[3] === true && seen[4] === texts[4] ? 0 : 1);
JS
node try.mjs
