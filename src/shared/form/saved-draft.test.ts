import { expect, test } from 'vitest';
import { z } from 'zod';
import { operations } from '#contract/operations.ts';
import { createDraftStorage, draftKey, type DraftStorage } from './saved-draft.ts';

function aStorage(): DraftStorage & { readonly current: Map<string, string> } {
  const current = new Map<string, string>();
  return {
    current,
    getItem: (name) => current.get(name) ?? null,
    setItem: (name, text) => {
      current.set(name, text);
    },
    removeItem: (name) => {
      current.delete(name);
    },
    key: (i) => [...current.keys()][i] ?? null,
    get length() {
      return current.size;
    },
  };
}

const view = z.object({ name: z.string(), revision: z.int() });
const draft = z.strictObject({ name: z.string() });
const place = (name = draftKey('demo', 'M. Admin', 'policy', 'berlin')) => ({ name, view, draft });
const stored = (name: string, atMs = 1) => ({
  atMs,
  base: { value: { name: 'Berlin', revision: 3 }, etag: '"3"' },
  draft: { name },
});

test('what was kept is read again, with the version it stands on', () => {
  const drafts = createDraftStorage(aStorage);
  expect(drafts.read(place())).toBeNull();
  const storage = aStorage();
  const same = createDraftStorage(() => storage);
  same.keep(place().name, stored('Berlin 2'));
  expect(same.read(place())).toEqual(stored('Berlin 2'));
  same.drop(place().name);
  expect(same.read(place())).toBeNull();
});

test.each([
  ['another user', draftKey('demo', 'J. Keller', 'policy', 'berlin')],
  ['another data set', draftKey('small', 'M. Admin', 'policy', 'berlin')],
  ['a device of the same id', draftKey('demo', 'M. Admin', 'device', 'berlin')],
  ['a name with a slash in it', draftKey('demo', 'M. Admin/policy', 'policy', 'berlin')],
])('of %s nothing is read', (_, name) => {
  const storage = aStorage();
  const drafts = createDraftStorage(() => storage);
  drafts.keep(place().name, stored('Mine'));
  expect(drafts.read(place(name))).toBeNull();
});

test.each([
  ['no JSON', '{"atMs":1'],
  ['of another form', JSON.stringify({ ...stored('x'), draft: { title: 'x' } })],
  ['with more in it than a draft has', JSON.stringify({ ...stored('x'), draft: { name: 'x', password: 'secret' } })],
])('what is %s is dropped, not offered', (_, text) => {
  const storage = aStorage();
  storage.setItem(`vesper.draft/${place().name}`, text);
  expect(createDraftStorage(() => storage).read(place())).toBeNull();
  expect(storage.current.size).toBe(0);
});

test('the newest twenty are kept, and what else the browser stores stays', () => {
  const storage = aStorage();
  storage.setItem('vesper.panes', '1');
  const drafts = createDraftStorage(() => storage);
  for (let i = 0; i < 25; i += 1) drafts.keep(`demo/M/policy/${String(i)}`, stored('x', i));
  expect([...storage.current.keys()].filter((name) => name.startsWith('vesper.draft/'))).toHaveLength(20);
  expect(drafts.read(place('demo/M/policy/4'))).toBeNull();
  expect(drafts.read(place('demo/M/policy/5'))).not.toBeNull();
  expect(storage.getItem('vesper.panes')).toBe('1');
});

test('where storage is refused nothing is kept, and nothing fails', () => {
  const drafts = createDraftStorage(() => {
    throw new DOMException('refused', 'SecurityError');
  });
  drafts.keep('a', stored('x'));
  drafts.drop('a');
  expect(drafts.read(place('a'))).toBeNull();
});

test.each(['updatePolicy', 'updateDeviceSettings'] as const)('the draft of %s has no room for a password', (name) => {
  expect(JSON.stringify(z.toJSONSchema(operations[name].body))).not.toMatch(/password|secret|confirmation/i);
});

test('a save that is on its way is kept with its key; one of no key is dropped with the draft', () => {
  const storage = aStorage();
  const drafts = createDraftStorage(() => storage);
  const sent = { key: '7f1f2a50-0b6a-4a5e-9d0e-3f5f6d2c8a11', draft: { name: 'Berlin 2' } };
  drafts.keep(place().name, { ...stored('Berlin 3'), sent });
  expect(drafts.read(place())).toEqual({ ...stored('Berlin 3'), sent });
  drafts.keep(place().name, { ...stored('Berlin 3'), sent: { ...sent, key: 'unknown' } });
  expect(drafts.read(place())).toBeNull();
});
