import fc from 'fast-check';
import { z } from 'zod';
import { triableOperations } from '#contract/effects.ts';
import { operations, type OperationName } from '#contract/operations.ts';
import { aWord, fitting, formOf, ids, junk, mutated } from './fuzz-forms.ts';

// Requests as nobody should send them, made from the table of operations: some nearly right, some broken on purpose.

export interface FuzzRequest {
  /** The operation it aims at; its method may be another one than the operation's. */
  readonly name: OperationName;
  readonly method: string;
  readonly path: string;
  readonly body: string | undefined;
  readonly ifMatch: string | undefined;
  /** Who asks: mostly somebody who may. */
  readonly user: string;
  readonly key: string | undefined;
}

/** Two instants in the right order are found by chance too seldom. */
const aPreview = {
  start: { mode: 'manual' },
  timeZone: 'Asia/Kathmandu',
  from: '2026-11-24T12:00:00Z',
  to: '2026-11-26T12:00:00Z',
};

/** Instants that lie close together, in a place that is there, are found by chance too seldom. */
const aForecast = fc.record(
  {
    place: fc.constantFrom(
      { kind: 'group', groupId: 'managed-devices' },
      { kind: 'group', groupId: 'labs' },
      { kind: 'device', deviceId: 'ber-ws-0001' },
    ),
    detections: fc.constantFrom(
      { kind: 'at', instants: ['2026-11-24T12:00:00Z', '2026-11-24T21:00:00Z'] },
      { kind: 'stream', from: '2026-11-24T12:00:00Z', days: 2, perDay: 3 },
    ),
    draft: aDryRun().map((write) => ({ kind: 'draft', write })),
    offline: fc.constant({ kind: 'share', percent: 30, hours: 5 }),
  },
  { requiredKeys: ['place', 'detections'] },
);

/** Imports whose numbers are those that the small world gives at first; it does not know how it was changed since. */
const imports: Partial<Record<OperationName, readonly Record<string, number>[]>> = {
  importInventory: [
    { valid: 1, created: 1, updated: 0, newGroups: 1 },
    { valid: 1, created: 0, updated: 1, newGroups: 0 },
  ],
  importDetections: [{ valid: 1, detections: 1 }],
};

/** A query that fits its operation. */
function aQueryFor(name: OperationName): fc.Arbitrary<Record<string, unknown> | undefined> {
  const fit = fitting(formOf(operations[name].query)) as fc.Arbitrary<Record<string, unknown> | undefined>;
  // Two revisions that are both there are found by chance too seldom, and so are an import's own numbers.
  const counted = name === 'compareRevisions' ? [{ from: '1', to: '1' }] : imports[name];
  return counted ? fc.oneof(fit, fc.constantFrom(...counted)) : fit;
}

const aFile = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...(ids['csv'] ?? [])) },
  { weight: 1, arbitrary: fc.string() },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...(ids['csv'] ?? [])), fc.nat(40)).map(([text, end]) => text.slice(0, -end)),
  },
);

/** A body that fits its operation; that of a dry run fits the write that it tries. */
function aBodyFor(name: OperationName): fc.Arbitrary<unknown> {
  if (name === 'preview') return fc.oneof(fitting(formOf(operations.preview.body)), fc.constant(aPreview));
  if (name === 'forecast' || name === 'forecastRuns')
    return fc.oneof(fitting(formOf(operations[name].body)), aForecast);
  // The number of runs that can be started is found by chance too seldom.
  if (name === 'startTask') return fc.oneof(fitting(formOf(operations[name].body)), fc.constant({ runs: 'all' }));
  return name === 'dryRun' || name === 'explainDraft' ? aDryRun() : fitting(formOf(operations[name].body));
}

function aDryRun(): fc.Arbitrary<unknown> {
  return fc.constantFrom(...triableOperations).chain((operation) => {
    const { params, body } = operations[operation];
    return fc.record({
      operation: fc.constant(operation),
      params: fitting(formOf(params)),
      body: fitting(formOf(body)),
    });
  });
}

const aText = (value: fc.Arbitrary<unknown>) => {
  const whole = value.map((v) => JSON.stringify(v));
  return fc.oneof(
    { weight: 9, arbitrary: whole },
    {
      weight: 5,
      arbitrary: fc.tuple(value, fc.nat(), junk).map(([v, dice, other]) => JSON.stringify(mutated(v, dice, other))),
    },
    { weight: 1, arbitrary: fc.tuple(whole, fc.nat(40)).map(([text, end]) => text.slice(0, -end)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('{"__proto__":{"admin":true}}', '['.repeat(20_000), '""', 'null', '\ufeff{}'),
    },
    { weight: 1, arbitrary: fc.constantFrom('x'.repeat(70_000), JSON.stringify({ name: 'x'.repeat(60_000) })) },
    {
      weight: 1,
      arbitrary: fc.oneof(
        junk.map((v) => JSON.stringify(v)),
        fc.string(),
      ),
    },
  );
};

const aTag = fc.constantFrom(
  ...Array.from({ length: 6 }, () => '*'),
  '"1"',
  '"0"',
  '"2", "1"',
  'W/"1"',
  '"99"',
  '',
  '"',
  '1',
  ',,,',
  '"x"'.repeat(500),
);

/** Most keys are used once, as they should be; some again, for something else, and some are none. */
const aKey = fc.oneof(
  { weight: 12, arbitrary: fc.uuid() },
  {
    weight: 1,
    arbitrary: fc.constantFrom('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'),
  },
  { weight: 1, arbitrary: fc.constantFrom('', '1', 'x'.repeat(500)) },
);

function aRequestFor(name: OperationName): fc.Arbitrary<FuzzRequest> {
  const { method, path, body, bodyType } = operations[name];
  const parts = path.split('/').map((part) => {
    if (!part.startsWith('{')) return fc.constant(part);
    const owns = ids[part.slice(1, -1)] ?? [];
    return fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...owns) },
      { weight: 1, arbitrary: aWord.map((word) => encodeURIComponent(word.replace(/[\ud800-\udfff]/g, ''))) },
      { weight: 1, arbitrary: fc.constantFrom('%', '%E0%A4%A', '%2e%2e', '{x}') },
    );
  });
  const aQuery = fc.tuple(aQueryFor(name), fc.array(fc.tuple(aWord, aWord), { maxLength: 2 }), fc.nat(3));
  const without = body instanceof z.ZodUndefined;
  return fc.record({
    name: fc.constant(name),
    method: fc.oneof(
      { weight: 12, arbitrary: fc.constant(method) },
      { weight: 1, arbitrary: fc.constantFrom('PATCH', 'DELETE', 'PUT') },
    ),
    path: fc.tuple(fc.tuple(...parts), aQuery).map(([segments, [fit, wild, dice]]) => {
      const pairs = Object.entries(fit ?? {}).map(([key, value]) => [key, String(value)]);
      const text = new URLSearchParams(dice === 0 ? [...pairs, ...wild] : pairs).toString();
      return segments.join('/') + (text === '' ? '' : `?${text}`);
    }),
    body: without
      ? fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: aText(junk) })
      : fc.oneof(
          { weight: 20, arbitrary: bodyType === 'text/csv' ? aFile : aText(aBodyFor(name)) },
          { weight: 1, arbitrary: fc.constant(undefined) },
        ),
    ifMatch: fc.option(aTag, { nil: undefined, freq: 6 }),
    key: fc.option(aKey, { nil: undefined, freq: 1 }),
    user: fc.oneof(
      { weight: 18, arbitrary: fc.constant('m-admin') },
      { weight: 1, arbitrary: fc.constantFrom('t-okafor', 'l-novak') },
    ),
  });
}

const names = Object.keys(operations).filter((name): name is OperationName => name in operations);

/** One request to any operation of the table; those that write come more often. */
export const aRequest: fc.Arbitrary<FuzzRequest> = fc.oneof(
  ...names.map((name) => ({ weight: operations[name].method === 'GET' ? 2 : 3, arbitrary: aRequestFor(name) })),
);
