#!/usr/bin/env bash
# Guess: safeParse() of zod leaves the value that it is given alone and never throws; readonly() freezes what comes out.
# What happens: readonly() freezes the very value that came in where that value was refused, since a refused value is
# its own output; and where that value is a typed array with elements, which cannot be frozen, safeParse() throws.
# Who meets it: whoever asks a schema whether something read from elsewhere (IndexedDB, a message, a file) has the
# expected form, and goes on to work with what was refused: it can no longer be changed, or the question itself fails.
# Source: zod, packages/zod/src/v4/core/schemas.ts, handleReadonlyResult: payload.value = Object.freeze(payload.value).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > /dev/null
npm install --silent --no-audit --no-fund zod@4.6.7
cat > look.mjs <<'JS'
import { z } from 'zod';
const names = z.array(z.string()).readonly();

const refused = { name: 'Berlin' };
const { success } = names.safeParse(refused);
console.log(`an object where a list is wanted: success ${success}, frozen afterwards ${Object.isFrozen(refused)}`);

const plain = { name: 'Berlin' };
z.array(z.string()).safeParse(plain);
console.log(`the same without readonly(): frozen afterwards ${Object.isFrozen(plain)}`);

let thrown = 'nothing';
try {
  names.safeParse(Uint16Array.of(1));
} catch (error) {
  thrown = `${error.name}: ${error.message}`;
}
console.log(`a typed array where a list is wanted: safeParse throws ${thrown}`);

process.exit(!success && Object.isFrozen(refused) && !Object.isFrozen(plain) && thrown.startsWith('TypeError') ? 0 : 1);
JS
node -p "'zod ' + JSON.parse(require('fs').readFileSync('node_modules/zod/package.json', 'utf8')).version"
node look.mjs
# Seen:
#   zod 4.6.7
#   an object where a list is wanted: success false, frozen afterwards true
#   the same without readonly(): frozen afterwards false
#   a typed array where a list is wanted: safeParse throws TypeError: Cannot freeze array buffer views with elements
