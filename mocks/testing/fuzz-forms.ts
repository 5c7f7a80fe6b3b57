import fc from 'fast-check';
import { z } from 'zod';

// Values that have the form that a schema asks for, and values that nearly have it: of what the small world knows.

/** Ids of the small world, by the parameter or the part of a body that takes them. */
export const ids: Readonly<Record<string, readonly string[]>> = {
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
  key: ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'],
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

export const aWord = fc.oneof(fc.constantFrom(...known), fc.constantFrom(...nasty), fc.string());
const deep = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;
export const junk = fc.oneof(
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

export const formOf = (schema: z.ZodType): Form =>
  formSchema.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }));

/** A value that has the form of a JSON Schema, though it may break a rule that the form does not say. */
export function fitting(form: Form, parts = form.$defs ?? {}): fc.Arbitrary<unknown> {
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
export function mutated(value: unknown, dice: number, other: unknown): unknown {
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
