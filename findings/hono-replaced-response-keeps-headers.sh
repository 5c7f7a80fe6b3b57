#!/usr/bin/env bash
# The guess: after `c.res = new Response(…)` the answer is that response, with its headers and no others.
# What happens: where a response was set before, its headers are copied onto the new one, all but content-type, even those that
# the new one does not have. A 500 that a middleware puts in place of a 200 so leaves with the ETag and the Location of the 200.
# Setting `c.res = undefined` first drops them.
# Who meets it: whoever replaces the answer of a handler in a middleware, because a commit after it failed, say.
# The way out: keep the answer in a variable of the context and make the response once, or clear `c.res` before setting it.
# Source: hono, src/context.ts, setter of `res`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hono@4.13.19 >/dev/null
cat > check.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';

const { version } = JSON.parse(readFileSync('node_modules/hono/package.json', 'utf8'));
console.log(`hono ${version}`);

async function answerWith(replace) {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    replace(c);
  });
  app.get('/', (c) => c.json({ saved: true }, 200, { etag: '"2"', location: '/items/1' }));
  const { status, headers } = await app.request('/');
  return { status, etag: headers.get('etag'), location: headers.get('location') };
}

const failed = () => new Response('The commit failed.', { status: 500 });
const replaced = await answerWith((c) => {
  c.res = failed();
});
const cleared = await answerWith((c) => {
  c.res = undefined;
  c.res = failed();
});
console.log('replaced:           ', JSON.stringify(replaced));
console.log('cleared, then set:  ', JSON.stringify(cleared));
const asSeen =
  replaced.status === 500 && replaced.etag === '"2"' && replaced.location === '/items/1' && cleared.etag === null;
console.log(asSeen ? 'As seen: the headers of the first response leave with the second.' : 'This has changed.');
process.exit(asSeen ? 0 : 1);
JS
node check.mjs
