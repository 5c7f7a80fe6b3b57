#!/usr/bin/env bash
# The guess: `queryClient.invalidateQueries({ predicate })` asks the predicate once for each query, marks those it names, and
# fetches the active ones among them again.
# What happens: it asks twice. The first pass marks; the second pass, over the queries as they are then, chooses what is
# fetched. A predicate that leaves out what is marked already (`!query.state.isInvalidated`), or that remembers what it has
# named, names nothing the second time: the queries are marked as out of date, and no request is made.
# Who meets it: whoever decides by predicate what a push message or a poll has made stale, and does not want to ask twice.
# Nothing fails: the screen just stays as it was until the next focus or mount.
# The way out: choose first (`getQueryCache().findAll({ predicate })`), then invalidate by membership in that set.
# Source: query-core, QueryClient.invalidateQueries, which hands the same filters on to refetchQueries.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @tanstack/query-core@5.108.0 >/dev/null
cat > check.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { QueryClient, QueryObserver } from '@tanstack/query-core';

const { version } = JSON.parse(readFileSync('node_modules/@tanstack/query-core/package.json', 'utf8'));
console.log(`@tanstack/query-core ${version}`);

async function fetchesAfter(predicateOf) {
  const client = new QueryClient();
  let fetches = 0;
  const observer = new QueryObserver(client, { queryKey: ['list'], queryFn: () => ++fetches });
  const stop = observer.subscribe(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const asked = { times: 0 };
  await client.invalidateQueries({ predicate: predicateOf(asked) });
  const marked = client.getQueryState(['list']).isInvalidated;
  stop();
  client.clear();
  return { asked: asked.times, fetches: fetches - 1, marked };
}

const pure = await fetchesAfter((asked) => () => {
  asked.times += 1;
  return true;
});
const unmarked = await fetchesAfter((asked) => (query) => {
  asked.times += 1;
  return !query.state.isInvalidated;
});
console.log('predicate that names every query:           ', JSON.stringify(pure));
console.log('predicate that names those not marked yet:  ', JSON.stringify(unmarked));
const asSeen = pure.asked === 2 && pure.fetches === 1 && unmarked.asked === 2 && unmarked.fetches === 0 && unmarked.marked;
console.log(asSeen ? 'As seen: asked twice; the second predicate marks the query and fetches nothing.' : 'This has changed.');
process.exit(asSeen ? 0 : 1);
JS
node check.mjs
