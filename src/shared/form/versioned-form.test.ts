import { expect, test } from 'vitest';
import type { Part } from '#domain/policy/merge.ts';
import type { Tagged } from '#src/shared/api/client.ts';
import {
  deriveForm,
  initialForm,
  reduceForm,
  type VersionedFormEvent,
  type VersionedFormRules,
  type VersionedFormState,
} from './versioned-form.ts';

interface Draft {
  readonly name: string;
  readonly lock: string;
}
interface View extends Draft {
  readonly above: string;
}
type Event = VersionedFormEvent<View, Draft>;
type State = VersionedFormState<View, Draft>;

const partOf = (key: keyof Draft): Part<Draft> => ({
  name: key,
  same: (a, b) => a[key] === b[key],
  taken: (into, from) => ({ ...into, [key]: from[key] }),
  lines: (draft) => [[key, draft[key]]],
});

const rules: VersionedFormRules<View, Draft> = {
  draftOf: ({ name, lock }) => ({ name, lock }),
  parts: [partOf('name'), partOf('lock')],
  differences: (from, to) =>
    (['name', 'lock'] as const).flatMap((key) => (from[key] === to[key] ? [] : [`${key}: ${from[key]} → ${to[key]}`])),
};

const version = (revision: number, change: Partial<View> = {}): Tagged<View> => ({
  value: { name: 'Berlin', lock: 'open', above: 'Baseline', ...change },
  etag: `"${String(revision)}"`,
});

const base = version(3);
const typed = (change: Partial<Draft>): Event => ({ type: 'edited', change: (before) => ({ ...before, ...change }) });
const read = (one: Tagged<View>): Event => ({ type: 'read', version: one });
const submitted: Event = { type: 'submitted' };
const saved = (one: Tagged<View>): Event => ({ type: 'saved', version: one });
const failed = new Error('refused');
const key = '7f1f2a50-0b6a-4a5e-9d0e-3f5f6d2c8a11';
const answerLost = (draft: Draft): Event => ({ type: 'failed', error: failed, lost: { key, draft } });

const after = (...events: readonly Event[]): State =>
  events.reduce((state, event) => reduceForm(rules, state, event), initialForm(rules, base));

/** What a window shows of a state. */
function shown(state: State) {
  const { basis, wanted, changes, merge, newer, isOutcomeKnown } = deriveForm(rules, state);
  return {
    basis: basis.etag,
    wanted: `${wanted.name}, ${wanted.lock}`,
    changes: changes.length,
    unchosen: merge?.unchosen ?? null,
    newer: newer?.etag ?? null,
    saving: state.sent !== null,
    failed: state.failure !== null,
    isOutcomeKnown,
  };
}

const asRead = {
  basis: '"3"',
  wanted: 'Berlin, open',
  changes: 0,
  unchosen: null,
  newer: null,
  saving: false,
  failed: false,
  isOutcomeKnown: true,
};

const mine = typed({ name: 'Mine' });
const theirs = version(4, { lock: 'closed' });
const clash = version(4, { name: 'Theirs' });

test.each<readonly [string, readonly Event[], Partial<ReturnType<typeof shown>>]>([
  ['a version that was read', [], {}],
  ['an edit', [mine], { wanted: 'Mine, open', changes: 1 }],
  ['an edit that was typed back', [mine, typed({ name: 'Berlin' })], {}],
  ['a newer version while nothing is edited', [read(theirs)], { basis: '"4"', wanted: 'Berlin, closed' }],
  ['a newer version of what is edited', [mine, read(theirs)], { wanted: 'Mine, open', changes: 1, newer: '"4"' }],
  [
    'the same revision under another policy above',
    [mine, read(version(3, { above: 'Labs' }))],
    { wanted: 'Mine, open', changes: 1 },
  ],
  [
    'a newer version whose edit was typed back',
    [mine, read(theirs), typed({ name: 'Berlin' })],
    { basis: '"4"', wanted: 'Berlin, closed' },
  ],
  ['a save in flight', [mine, submitted], { wanted: 'Mine, open', changes: 1, saving: true }],
  ['a save', [mine, submitted, saved(version(4, { name: 'Mine' }))], { basis: '"4"', wanted: 'Mine, open' }],
  [
    'typing during a save',
    [mine, submitted, typed({ lock: 'closed' }), saved(version(4, { name: 'Mine' }))],
    { basis: '"4"', wanted: 'Mine, closed', changes: 1 },
  ],
  [
    'the read that follows a save',
    [mine, submitted, saved(version(4, { name: 'Mine' })), read(version(4, { name: 'Mine' }))],
    { basis: '"4"', wanted: 'Mine, open' },
  ],
  [
    'a newer version that arrives during a save',
    [mine, submitted, read(theirs)],
    { wanted: 'Mine, open', changes: 1, saving: true },
  ],
  [
    'a refused save',
    [mine, submitted, { type: 'failed', error: failed, lost: null }],
    { wanted: 'Mine, open', changes: 1, failed: true },
  ],
  [
    'an edit after a refused save',
    [mine, submitted, { type: 'failed', error: failed, lost: null }, typed({ name: 'Other' })],
    { wanted: 'Other, open', changes: 1 },
  ],
  [
    'a conflict in different parts',
    [mine, submitted, { type: 'conflicted', version: theirs }],
    { basis: '"4"', wanted: 'Mine, closed', changes: 1, unchosen: [] },
  ],
  [
    'a conflict in one part',
    [mine, submitted, { type: 'conflicted', version: clash }],
    { basis: '"4"', wanted: 'Mine, open', changes: 1, unchosen: ['name'] },
  ],
  [
    'a conflict in which theirs is chosen',
    [mine, submitted, { type: 'conflicted', version: clash }, { type: 'chosen', part: 'name', side: 'theirs' }],
    { basis: '"4"', wanted: 'Theirs, open', unchosen: [] },
  ],
  [
    'a conflict dropped for the remote version',
    [mine, submitted, { type: 'conflicted', version: clash }, { type: 'remote-taken' }],
    { basis: '"4"', wanted: 'Theirs, open' },
  ],
  [
    'a merged save in flight, rebased on the remote version',
    [mine, submitted, { type: 'conflicted', version: theirs }, submitted],
    { basis: '"4"', wanted: 'Mine, closed', changes: 1, saving: true },
  ],
  [
    'a review of a newer version',
    [mine, read(theirs), { type: 'reviewed', version: theirs }],
    { basis: '"4"', wanted: 'Mine, closed', changes: 1, unchosen: [] },
  ],
  [
    'a third version during a resolved review: the choices stand',
    [
      mine,
      { type: 'reviewed', version: clash },
      { type: 'chosen', part: 'name', side: 'mine' },
      { type: 'reviewed', version: version(5, { name: 'Theirs', lock: 'closed' }) },
    ],
    { basis: '"5"', wanted: 'Mine, closed', changes: 1, unchosen: [] },
  ],
  [
    'a lost answer: no other version counts as somebody else’s',
    [mine, submitted, answerLost({ name: 'Mine', lock: 'open' }), read(theirs)],
    { wanted: 'Mine, open', changes: 1, failed: true, isOutcomeKnown: false },
  ],
  [
    'a lost answer to a save that was made',
    [
      mine,
      submitted,
      answerLost({ name: 'Mine', lock: 'open' }),
      { type: 'outcome', outcome: { kind: 'made', saved: version(4, { name: 'Mine' }) } },
    ],
    { basis: '"4"', wanted: 'Mine, open' },
  ],
  [
    'a lost answer to a save that was made, and more was typed',
    [
      mine,
      submitted,
      answerLost({ name: 'Mine', lock: 'open' }),
      typed({ lock: 'closed' }),
      { type: 'outcome', outcome: { kind: 'made', saved: version(4, { name: 'Mine' }) } },
    ],
    { basis: '"4"', wanted: 'Mine, closed', changes: 1 },
  ],
  [
    'a lost answer to a save that was not made, and somebody else saved',
    [
      mine,
      submitted,
      answerLost({ name: 'Mine', lock: 'open' }),
      read(theirs),
      { type: 'outcome', outcome: { kind: 'not-made' } },
    ],
    { wanted: 'Mine, open', changes: 1, failed: true, newer: '"4"' },
  ],
  [
    'a recovered draft of the version there is',
    [{ type: 'restored', base, draft: { name: 'Mine', lock: 'open' }, sent: null, isStale: false }],
    { wanted: 'Mine, open', changes: 1 },
  ],
  [
    'a recovered draft of an older version',
    [read(clash), { type: 'restored', base, draft: { name: 'Mine', lock: 'open' }, sent: null, isStale: true }],
    { basis: '"4"', wanted: 'Mine, open', changes: 1, unchosen: ['name'] },
  ],
  [
    'a draft replaced by a restored revision',
    [mine, { type: 'replaced', version: theirs }],
    { basis: '"4"', wanted: 'Berlin, closed' },
  ],
])('%s', (_, events, expected) => {
  expect(shown(after(...events))).toEqual({ ...asRead, ...expected });
});

test('an event that changes nothing keeps the state, so nothing is drawn', () => {
  const state = after(mine);
  expect(reduceForm(rules, state, read(base))).toBe(state);
  expect(reduceForm(rules, state, { type: 'outcome', outcome: { kind: 'unknown' } })).toBe(state);
});
