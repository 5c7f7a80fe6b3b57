import fc from 'fast-check';
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { isDisplayable } from '#contract/text.ts';
import { operations, type OperationName } from '#contract/operations.ts';
import { fitting, formOf, ids } from '../testing/fuzz-forms.ts';
import { createTestApp } from '../testing/test-app.ts';

// Whatever operation is added to the table, each text that it takes is asked about here.

/** A control character, NUL, a tab, breaks of lines, halves of surrogate pairs, noncharacters of two planes. */
const bad = ['\u0001', '\u0000', '\t', '\n', '\u0085', '\u2028', '\ud800', '\udfff', '\ufffe', '\uffff', '\u{1fffe}'];

/** A body or a query in which one text can be spoilt, and where that is. */
interface Spoilt {
  readonly pointer: string;
  /** True where the form asks for no more than a text. */
  readonly free: boolean;
  readonly value: (text: string) => unknown;
}

type Form = ReturnType<typeof formOf>;

function spoiltIn(form: Form, parts = form.$defs ?? {}): Spoilt[] {
  const other = form.$ref === undefined ? undefined : parts[form.$ref.replace('#/$defs/', '')];
  if (other) return spoiltIn(other, parts);
  const either = form.anyOf ?? form.oneOf;
  if (either) return either.flatMap((part) => spoiltIn(part, parts).map((each) => ({ ...each, free: false })));
  const [type] = Array.isArray(form.type) ? form.type : [form.type];
  if (type === 'string') {
    const free = [form.const, form.enum, form.pattern, form.format].every((rule) => rule === undefined);
    return [{ pointer: '', free, value: (text) => text }];
  }
  if (type === 'array') {
    return spoiltIn(form.items ?? {}, parts).map(({ pointer, free, value }) => ({
      pointer: `/0${pointer}`,
      free,
      value: (text) => [value(text)],
    }));
  }
  // What may be anything holds a text, or one within.
  if (type === undefined) return [{ pointer: '/x', free: false, value: (text) => ({ x: text }) }];
  if (type !== 'object') return [];
  const properties = Object.entries(form.properties ?? {});
  if (properties.length === 0) {
    return [
      { pointer: '/x', free: false, value: (text) => ({ x: text }) },
      { pointer: '', free: false, value: (text) => ({ [text]: 'x' }) },
    ];
  }
  const [whole] = fc.sample(fitting({ ...form, required: Object.keys(form.properties ?? {}) }, parts), {
    numRuns: 1,
    seed: 16,
  });
  return properties.flatMap(([key, part]) =>
    spoiltIn(part, parts).map(({ pointer, free, value }) => ({
      pointer: `/${key}${pointer}`,
      free,
      value: (text) => ({ ...(whole as object), [key]: value(text) }),
    })),
  );
}

/** The address of an operation in the small world. */
const pathOf = (name: OperationName) =>
  operations[name].path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => ids[parameter]?.[0] ?? 'x');

const names = Object.keys(operations).filter((name): name is OperationName => name in operations);
const withBody = names.filter((name) => {
  const { body, bodyType } = operations[name];
  return !(body instanceof z.ZodUndefined) && bodyType === 'application/json';
});

const errorsOf = (body: unknown): { path: string }[] =>
  z.object({ errors: z.array(z.object({ path: z.string() })) }).safeParse(body).data?.errors ?? [];

const bodies = withBody.flatMap((name) => spoiltIn(formOf(operations[name].body)).map((spoilt) => ({ name, spoilt })));

test('the table contains many texts', () => {
  expect(bodies.length).toBeGreaterThan(100);
  expect(bodies.filter(({ spoilt }) => spoilt.free).length).toBeGreaterThan(10);
});

test.each(bodies)('$name refuses text that cannot be displayed at $spoilt.pointer', async ({ name, spoilt }) => {
  const backend = createTestApp();
  const send = (text: string) =>
    backend.request(operations[name].method, pathOf(name), {
      body: JSON.stringify(spoilt.value(text)),
      ifMatch: '*',
    });
  for (const character of bad) {
    const reply = await send(`inv${character}oice`);
    expect(reply.body).toMatchObject({ type: '/problems/invalid-input', status: 422 });
    expect(errorsOf(reply.body).map(({ path }) => path)).toContain(spoilt.pointer);
  }
});

const queries = names.flatMap((name) =>
  spoiltIn(formOf(operations[name].query))
    .filter(({ free }) => free)
    .map(({ pointer }) => ({ name, field: pointer.slice(1) })),
);

test.each(queries)('$name refuses text that cannot be displayed in the query, as $field', async ({ name, field }) => {
  const backend = createTestApp();
  for (const character of bad.filter((text) => !/\p{Cs}/u.test(text))) {
    const query = new URLSearchParams({ [field]: `inv${character}oice` }).toString();
    const reply = await backend.request(operations[name].method, `${pathOf(name)}?${query}`, { ifMatch: '*' });
    // Other parts of the query may be missing: each is named in an error of its own.
    expect(reply.body).toMatchObject({
      type: '/problems/invalid-input',
      errors: expect.arrayContaining([expect.objectContaining({ path: `query/${field}` })]) as unknown,
    });
  }
});

test('some queries contain free text', () => {
  expect(queries.map(({ name }) => name)).toEqual(expect.arrayContaining(['groupDevices', 'search', 'auditLog']));
});

describe('a cell of a file', () => {
  const hash = 'a'.repeat(32);
  test.each([
    ['inventory', 'name', (text: string) => `Name,Group path\n${text},Offices\n`],
    ['inventory', 'group', (text: string) => `Name,Group path\nPAR-1,Offices/${text}\n`],
    ['inventory', 'operatingSystem', (text: string) => `Name,Operating system\nPAR-1,${text}\n`],
    ['inventory', 'address', (text: string) => `Name,Address\nPAR-1,${text}\n`],
    [
      'detections',
      'fileName',
      (text: string) => `Detected at,Device,File name,MD5\n2026-11-25T12:00:00Z,BER-WS-0001,${text},${hash}\n`,
    ],
    [
      'detections',
      'path',
      (text: string) => `Detected at,Device,File name,Path,MD5\n2026-11-25T12:00:00Z,BER-WS-0001,a,${text},${hash}\n`,
    ],
  ])('of %s that cannot be displayed is refused as %s', async (what, field, fileOf) => {
    const backend = createTestApp();
    // NUL says that a file is none, tabs and line breaks are its form.
    for (const character of ['\u0001', '\u0085', '\ufffe', '\u{1fffe}']) {
      const { body } = await backend.request('POST', `/${what}/preview`, { body: fileOf(`inv${character}oice`) });
      expect(body).toMatchObject({ valid: 0, errors: [{ path: `/lines/2/${field}` }] });
    }
  });
});

test.each(['Büro 3 · Nord', 'بغداد', '東京 😀', 'क्षि', 'نمی‌خواهم', 'a b', ' '])('“%s” can be displayed', (text) => {
  expect(isDisplayable(text)).toBe(true);
});
