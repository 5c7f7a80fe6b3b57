import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { validate, version } from 'uuid';
import { describe, expect, test } from 'vitest';
import { detectionIdSchema, deviceIdSchema, groupIdSchema, md5Schema, taskIdSchema } from '#domain/ids.ts';
import type { Detection } from '#domain/response/detection.ts';
import type { Task } from '#domain/response/task.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { makeWorld } from '#mocks/seed/scenarios.ts';
import { iocFileOf } from './ioc-file.ts';

const atMs = Date.parse('2026-11-24T18:00:00.250Z');
const world = { scenario: 'small', seed: 2026 };
const hash = (digit: string) => md5Schema.parse(digit.repeat(32));
const aTask = (parts: Partial<Task> = {}): Task => ({
  id: taskIdSchema.parse('task-0001'),
  name: 'IOC Scan · invoice.scr · 0001',
  detectionId: detectionIdSchema.parse('det-0001'),
  groupId: groupIdSchema.parse('berlin'),
  groupName: 'Berlin',
  createdAtMs: atMs,
  ...parts,
});
const aDetection = (...digits: string[]): Detection => ({
  id: detectionIdSchema.parse('det-0001'),
  detectedAtMs: atMs,
  deviceId: deviceIdSchema.parse('ber-ws-0001'),
  objects: digits.map((digit) => ({ fileName: 'invoice.scr', path: '', md5: hash(digit) })),
  taskId: taskIdSchema.parse('task-0001'),
  missing: [],
  localActions: [],
});

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** What a strict parser of another family makes of a text; it fails on the first thing that is not well-formed. */
function parsed(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, attribute]) => [key, attribute.value] as const);
    const element: Element = { name, attributes: Object.fromEntries(values), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  const [document] = root.children;
  if (!document) throw new Error('There is no document element');
  return document;
}

const within = (element: Element, name: string): Element[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => within(child, name)),
];

const idsIn = (element: Element): string[] => [
  ...Object.entries(element.attributes).flatMap(([name, value]) => (name === 'id' ? [value] : [])),
  ...element.children.flatMap(idsIn),
];

test('another parser reads the hashes, each as plain text right inside its Content', () => {
  const file = parsed(iocFileOf(world, aTask(), aDetection('a', 'b')));
  expect(file).toMatchObject({ name: 'OpenIOC', attributes: { xmlns: 'http://openioc.org/schemas/OpenIOC_1.1' } });
  expect(within(file, 'Content')).toEqual(
    ['a', 'b'].map((digit) => ({ name: 'Content', attributes: { type: 'md5' }, children: [], text: hash(digit) })),
  );
  expect(within(file, 'Context').map(({ attributes }) => attributes)).toEqual(
    Array.from({ length: 2 }, () => ({ document: 'FileItem', search: 'FileItem/Md5sum', type: 'mir' })),
  );
});

test('every instant names UTC', () => {
  const file = parsed(iocFileOf(world, aTask(), aDetection('a')));
  expect(file.attributes).toMatchObject({
    'last-modified': '2026-11-24T18:00:00Z',
    'published-date': '2026-11-24T18:00:00Z',
  });
  expect(within(file, 'authored_date').map(({ text }) => text)).toEqual(['2026-11-24T18:00:00Z']);
});

const plain = iocFileOf(world, aTask(), aDetection('a', 'b'));

test('ids are UUIDs of version 5, each once', () => {
  const ids = idsIn(parsed(plain));
  expect(ids).toHaveLength(4);
  expect(new Set(ids).size).toBe(4);
  for (const id of ids) expect([validate(id), version(id)]).toEqual([true, 5]);
});

describe('ids follow the content and the world', () => {
  test('the same task gives the same text', () => {
    expect(iocFileOf(world, aTask(), aDetection('a', 'b'))).toBe(plain);
  });

  test.each([
    ['other hashes', iocFileOf(world, aTask(), aDetection('a', 'c'))],
    ['the same hashes in another order', iocFileOf(world, aTask(), aDetection('b', 'a'))],
    ['another seed', iocFileOf({ ...world, seed: 1 }, aTask(), aDetection('a', 'b'))],
    ['another data set', iocFileOf({ ...world, scenario: 'demo' }, aTask(), aDetection('a', 'b'))],
    ['another task', iocFileOf(world, aTask({ id: taskIdSchema.parse('task-0002') }), aDetection('a', 'b'))],
    ['another instant', iocFileOf(world, aTask(), { ...aDetection('a', 'b'), detectedAtMs: atMs + 1 })],
  ])('%s: no id is the same', (_, text) => {
    const known = new Set(idsIn(parsed(plain)));
    expect(idsIn(parsed(text)).filter((id) => known.has(id))).toEqual([]);
  });

  test('the first tasks of two new worlds differ, and each exports one id twice', async () => {
    const exported = async (digit: string) => {
      const backend = createTestApp('2026-11-24T18:00:00Z', makeWorld('small', atMs));
      const objects = [{ fileName: 'invoice.scr', md5: digit.repeat(32) }];
      await backend.call('simulateDetection', { body: { deviceId: deviceIdSchema.parse('ber-ws-0001'), objects } });
      const file = () => backend.call('taskIocFile', { params: { taskId: taskIdSchema.parse('task-0001') } });
      const [first, second] = [(await file()).body.content, (await file()).body.content];
      expect(second).toBe(first);
      return parsed(first).attributes['id'];
    };
    expect(await exported('a')).not.toBe(await exported('b'));
  });
});

test('whatever a task is called, its file is well-formed and says the name', () => {
  const aName = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((text) => `${text.trim()}<&>"']]>--x`);
  fc.assert(
    fc.property(aName, (name) => {
      const file = parsed(iocFileOf(world, aTask({ name }), aDetection('a')));
      expect(within(file, 'short_description').map(({ text }) => text)).toEqual([name]);
    }),
    { numRuns: 300, seed: 16 },
  );
});

const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;

test.skipIf(!hasXmllint)('xmllint finds nothing wrong', () => {
  const text = iocFileOf(world, aTask({ name: '<&>"\']]> · Ü 漢 😀' }), aDetection('a', 'b'));
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--pedantic', '-'], { input: text, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});
