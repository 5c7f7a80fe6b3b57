import fc from 'fast-check';
import { z } from 'zod';
import { triableOperations } from '#contract/changes.ts';
import { operations, type OperationName } from '#contract/operations.ts';

// Requests as nobody should send them, made from the table of operations: some nearly right, some broken on purpose.

export interface FuzzRequest {
  /** The operation it aims at; its method may be another one than the operation's. */
  readonly name: OperationName;
  readonly method: string;
  readonly path: string;
  readonly body: string | undefined;
  readonly ifMatch: string | undefined;
}

/** Ids of the small world, by the parameter or the part of a body that takes them. */
const ids: Readonly<Record<string, readonly string[]>> = {
  groupId: ['managed-devices', 'offices', 'berlin', 'labs'],
  deviceId: ['ber-ws-0001', 'ber-ws-0003', 'ktm-lt-0002', 'lab-ws-0001'],
  policyId: ['baseline', 'berlin', 'berlin-draft', 'travellers'],
  taskId: ['task-0001', 'task-0002'],
  runId: ['task-0001.ber-ws-0001', 'task-0001.ktm-lt-0001', 'task-0002.ber-ws-0001'],
  credential: ['account-2026'],
  password: ['Quiet-Harbour-7'],
  confirmation: ['Quiet-Harbour-7'],
  changeId: ['change-000001', 'change-000002', 'change-000003'],
  parentId: ['managed-devices', 'offices', 'berlin', 'labs'],
  kind: ['policy', 'group', 'device'],
  objectId: ['berlin', 'berlin', 'baseline', 'offices', 'ber-ws-0001'],
  number: ['1', '2'],
  jobId: ['0b8a6f4e-3c1d-4c6e-9a55-1f2e3d4c5b6a'],
  settingsGroup: ['actions', 'authentication', 'additional'],
  csv: [
    'Name,Group path,Time zone\nPAR-01,Offices/Paris,Europe/Paris\n',
    'Name;Time zone\nber-ws-0001;UTC\nx;Mars\n',
    'Detected at,Device,File name,MD5\n2026-11-25T12:00:00Z,BER-WS-0001,invoice.scr,0123456789abcdef0123456789abcdef\n',
    'Name\n"',
    '',
  ],
};

/** Words that the small world and the contract know; a string that must have a form is one of those that have it. */
const known = [
  ...Object.values(ids).flat(),
  ...['det-0001', 'nobody'],
  ...['task-0001.ber-ws-0001', 'task-0001.ber-ws-0002', 'task-0009.nobody'],
  ...['20:00', '07:00', '00:00', '23:59', 'a'.repeat(32), 'ABCDEF0123456789'.repeat(2), 'true', 'invoice.scr', ''],
  ...['2026-11-24T12:00:00Z', '2026-11-24T13:30:00.000Z', '2026-12-24T00:00:00Z', '1970-01-01T00:00:00Z'],
  ...['9999-12-31T23:59:59.999Z', '0000-01-01T00:00:00Z', '2026-11-25T12:00:00.123456789Z'],
  ...['Europe/Berlin', 'Asia/Kathmandu', 'Etc/GMT+12', 'UTC', 'Mars/Olympus'],
];

const nasty = [
  ...['', ' ', '..', '../..', '%', '%00', '\u0000', '\ud800', '__proto__', 'constructor', 'toString', 'hasOwnProperty'],
  ...['<script>', "' or 1=1", '💥', 'ß'.repeat(70), 'x'.repeat(5_000), '-1', '1e999', 'NaN', 'null', '[object Object]'],
];

const aWord = fc.oneof(fc.constantFrom(...known), fc.constantFrom(...nasty), fc.string());
const deep = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;
const junk = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER, {}, [], [[]], deep(400)),
  aWord,
  fc.jsonValue(),
);

const formSchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  get anyOf() {
    return z.array(formSchema).optional();
  },
  get oneOf() {
    return z.array(formSchema).optional();
  },
  get items() {
    return formSchema.optional();
  },
  get properties() {
    return z.record(z.string(), formSchema).optional();
  },
  required: z.array(z.string()).optional(),
  $ref: z.string().optional(),
  get $defs() {
    return z.record(z.string(), formSchema).optional();
  },
});
type Form = z.infer<typeof formSchema>;

const formOf = (schema: z.ZodType): Form =>
  formSchema.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }));

/** A value that has the form of a JSON Schema, though it may break a rule that the form does not say. */
function fitting(form: Form, parts = form.$defs ?? {}): fc.Arbitrary<unknown> {
  const other = form.$ref === undefined ? undefined : parts[form.$ref.replace('#/$defs/', '')];
  if (other) return fitting(other, parts);
  const either = form.anyOf ?? form.oneOf;
  if (either) return fc.oneof(...either.map((part) => fitting(part, parts)));
  if (form.const !== undefined) return fc.constant(form.const);
  if (form.enum) return fc.constantFrom(...form.enum);
  if (form.type === 'object') {
    const properties = Object.entries(form.properties ?? {}).map(
      ([key, part]) => [key, named(key, fitting(part, parts))] as const,
    );
    return fc.record(Object.fromEntries(properties), { requiredKeys: form.required ?? [] });
  }
  if (form.type === 'array') return fc.array(fitting(form.items ?? {}, parts), { maxLength: 4 });
  if (form.type === 'boolean') return fc.boolean();
  if (form.type === 'null') return fc.constant(null);
  if (form.type === 'integer' || form.type === 'number') {
    const [min, max] = [Math.ceil(Math.max(form.minimum ?? -5, -5)), Math.floor(Math.min(form.maximum ?? 500, 2_000))];
    // The first page, the first revision: small numbers are the ones that mean something.
    return fc.oneof(
      fc.integer({ min, max }),
      fc.integer({ min: Math.max(min, 1), max: Math.max(min, 1, Math.min(max, 2)) }),
    );
  }
  if (form.type === 'string') {
    const pattern = form.format === 'date-time' ? /^\d{4}-.*Z$/ : new RegExp(form.pattern ?? '');
    return fc.constantFrom(...known.filter((word) => pattern.test(word)));
  }
  return junk;
}

/** Where the world has ids of that name, mostly one of them. */
function named(key: string, otherwise: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const [own, many] = [ids[key], ids[key.replace(/s$/, '')]];
  if (!own && many) {
    return fc.oneof(
      { weight: 3, arbitrary: fc.array(fc.constantFrom(...many), { maxLength: 3 }) },
      { weight: 1, arbitrary: otherwise },
    );
  }
  return own
    ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...own) }, { weight: 1, arbitrary: otherwise })
    : otherwise;
}

/** The value with one of its parts replaced, left out, or joined by a part that is not asked for. */
function mutated(value: unknown, dice: number, other: unknown): unknown {
  if (typeof value !== 'object' || value === null || dice % 5 === 0) return other;
  const entries = Object.entries(value);
  const at = dice % (entries.length + 1);
  if (at === entries.length) {
    const key = ['__proto__', 'constructor', 'extra', 'revision'][dice % 4] ?? '';
    return Array.isArray(value) ? [...entries.map(([, part]) => part as unknown), other] : { ...value, [key]: other };
  }
  const changed = entries.flatMap(([key, part], i) => {
    if (i !== at) return [[key, part] as const];
    return dice % 3 === 0 ? [] : [[key, mutated(part, Math.floor(dice / 2), other)] as const];
  });
  return Array.isArray(value) ? changed.map(([, part]) => part as unknown) : Object.fromEntries(changed);
}

/** Two instants in the right order are found by chance too seldom. */
const aPreview = {
  start: { mode: 'manual' },
  timeZone: 'Asia/Kathmandu',
  from: '2026-11-24T12:00:00Z',
  to: '2026-11-26T12:00:00Z',
};

/** Instants that lie close together, in a place that is there, are found by chance too seldom. */
const aWhatIf = fc.record(
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
  if (name === 'whatIf' || name === 'whatIfRuns') return fc.oneof(fitting(formOf(operations[name].body)), aWhatIf);
  // The number of runs that can be started is found by chance too seldom.
  if (name === 'startTask') return fc.oneof(fitting(formOf(operations[name].body)), fc.constant({ runs: 'all' }));
  return name === 'dryRun' ? aDryRun() : fitting(formOf(operations[name].body));
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
  });
}

const names = Object.keys(operations).filter((name): name is OperationName => name in operations);

/** One request to any operation of the table; those that write come more often. */
export const aRequest: fc.Arbitrary<FuzzRequest> = fc.oneof(
  ...names.map((name) => ({ weight: operations[name].method === 'GET' ? 2 : 3, arbitrary: aRequestFor(name) })),
);
