#!/usr/bin/env bash
# The guess: once worker.start() has resolved, MSW's service worker answers the requests of that page for as long as the page
#   is open. It pings the worker every five seconds to keep it alive.
# Instead: the worker script keeps the pages that it answers in a Set in memory. A browser may stop a service worker at any
#   time and start it again for the next event, and it throttles the timers of hidden pages. The Set is then empty, the script
#   does not call respondWith(), and the request goes to the network until the page is loaded again: a mock backend turns into
#   whatever the file server says for an unknown path, often 200 and index.html. Nothing is logged.
# Who meets it: demos and offline consoles whose whole backend is MSW, in a tab that was in the background for some minutes.
# Source: lib/mockServiceWorker.js, `activeClientIds`; reported as mswjs/msw#2115 and #2635;
#   https://w3c.github.io/ServiceWorker/#service-worker-lifetime
# How: the published script runs unchanged in a scope that has what it uses of a service worker. A stop and a start by the
#   browser are a new scope: nothing in memory is kept, and the page and its id are the same.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts msw@2.15.0
cat >check.cjs <<'JS'
const { readFileSync } = require('node:fs');
const { createContext, runInContext } = require('node:vm');
const script = readFileSync('node_modules/msw/lib/mockServiceWorker.js', 'utf8');

/** The page, as MSW's part in it behaves: it answers each request that it is handed. */
const page = {
  id: 'page-1',
  frameType: 'top-level',
  visibilityState: 'visible',
  postMessage({ type }, [port]) {
    if (type === 'REQUEST') port.postMessage({ type: 'MOCK_RESPONSE', data: { status: 200, body: 'mocked' } });
    port.close();
  },
};

/** One life of the service worker, from its start to its end. */
function start() {
  const listeners = {};
  const scope = { Date, Headers, MessageChannel, Promise, Reflect, Request, Response, Set, Symbol, crypto: globalThis.crypto };
  scope.self = scope;
  scope.clients = { get: async (id) => (id === page.id ? page : undefined), matchAll: async () => [page] };
  scope.addEventListener = (type, listener) => (listeners[type] = listener);
  runInContext(script, createContext(scope));
  return {
    message: (data) => listeners.message({ data, source: page }),
    async fetch() {
      let answer = 'respondWith() not called: the request goes to the network';
      const request = new Request('http://localhost/api/user');
      await new Promise((resolve) => {
        listeners.fetch({ clientId: page.id, request, respondWith: (response) => (answer = response) });
        resolve();
      });
      return typeof answer === 'string' ? answer : (await answer).text();
    },
  };
}

async function main() {
  const first = start();
  await first.message('MOCK_ACTIVATE');
  const before = await first.fetch();
  const second = start();
  await second.message('KEEPALIVE_REQUEST');
  const after = await second.fetch();
  console.log(`msw ${require('msw/package.json').version}`);
  console.log(`before the stop: ${before}`);
  console.log(`after stop and start: ${after}`);
  process.exit(before === 'mocked' && after.startsWith('respondWith() not called') ? 0 : 1);
}
main();
JS
node check.cjs
# Output seen on Node 20.20:
#   msw 2.15.0
#   before the stop: mocked
#   after stop and start: respondWith() not called: the request goes to the network
