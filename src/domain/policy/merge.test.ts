import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merged, type Side } from './merge.ts';
import { localParts, policyParts } from './merge-parts.ts';
import { closed, open, policy, value } from './testing/policy-vocabulary.ts';

const base = policy('a', 'root');
const renamed = { ...base, name: 'Theirs' };
const locked = { ...base, settings: { ...base.settings, additional: closed } };
const fatesOf = (theirs: typeof base, mine: typeof base) =>
  Object.fromEntries(merged(policyParts, { base, theirs, mine }).fates.map(({ part, fate }) => [part.name, fate]));

describe('two edits of the same policy', () => {
  test('different groups of settings are both there', () => {
    const { draft, unchosen } = merged(policyParts, { base, theirs: renamed, mine: locked });
    expect(draft).toEqual({ ...renamed, settings: locked.settings });
    expect(unchosen).toEqual([]);
    expect(fatesOf(renamed, locked)).toMatchObject({ General: 'theirs', Actions: 'untouched', Additional: 'mine' });
  });

  test('the same edit on both sides is no collision', () => {
    expect(fatesOf(renamed, renamed)).toMatchObject({ General: 'alike' });
  });

  test.each([
    ['mine', 'Mine'],
    ['theirs', 'Theirs'],
  ] as const)('both changed General: %s can be chosen', (side, name) => {
    const mine = { ...base, name: 'Mine' };
    expect(merged(policyParts, { base, theirs: renamed, mine }).unchosen).toEqual(['General']);
    const chosen = merged(policyParts, { base, theirs: renamed, mine }, new Map([['General', side]]));
    expect(chosen.unchosen).toEqual([]);
    expect(chosen.draft.name).toBe(name);
  });

  test('a lock and a value of one group of settings belong together', () => {
    const valued = { ...base, settings: { ...base.settings, additional: { ...open, value: value('immediate') } } };
    const onlyLocked = { ...base, settings: { ...base.settings, additional: { ...open, lock: 'closed' as const } } };
    expect(fatesOf(valued, onlyLocked)).toMatchObject({ Additional: 'collision' });
  });

  test('each side is told in words, the boxes and the lock too, and what is not set on a device', () => {
    const [general] = policyParts;
    const lockedAdditional = policyParts.find(({ name }) => name === 'Additional');
    expect(general?.lines({ ...base, inherit: false, force: true })).toEqual([
      ['Name', 'a'],
      ['Status', 'Active'],
      ['Inherit settings from parent policy', 'off'],
      ['Force inheritance of settings in child policies', 'on'],
    ]);
    expect(lockedAdditional?.lines(locked)).toContainEqual(['Lock', 'Under policy']);
    const additional = localParts.find(({ name }) => name === 'Additional');
    const unset = { actions: null, authentication: null, additional: null };
    expect(additional?.lines(unset)).toEqual([['Additional', 'not set on this device']]);
    expect(additional?.lines({ ...unset, additional: value('immediate') })).toContainEqual(['Scan start', 'At once']);
  });

  test.each([
    ['status', { status: 'inactive' as const }],
    ['inheritance', { inherit: false }],
    ['force', { force: true }],
  ])('%s alone is a change of General', (_, edit) => {
    expect(fatesOf({ ...base, ...edit }, base)).toMatchObject({ General: 'theirs' });
  });

  test('what is set on a device is taken from the side that changed it', () => {
    const unset = { actions: null, authentication: null, additional: null };
    const mine = { ...unset, additional: value('immediate') };
    const { draft, unchosen } = merged(localParts, { base: unset, theirs: unset, mine });
    expect([draft, unchosen]).toEqual([mine, []]);
    const same = { ...unset, additional: value('immediate') };
    expect(merged(localParts, { base: unset, theirs: same, mine }).unchosen).toEqual([]);
  });

  test('on a device, a value taken away against a value changed is a collision', () => {
    const unset = { actions: null, authentication: null, additional: null };
    const [base, mine] = [
      { ...unset, additional: value('manual') },
      { ...unset, additional: value('immediate') },
    ];
    expect(merged(localParts, { base, theirs: unset, mine }).unchosen).toEqual(['Additional']);
  });
});

const edits = fc
  .record({
    name: fc.constantFrom('A', 'B', 'C'),
    force: fc.boolean(),
    additional: fc.constantFrom(open, closed, { ...closed, lock: 'open' as const }),
  })
  .map(({ name, force, additional }) => ({ ...base, name, force, settings: { ...base.settings, additional } }));
const choices = fc
  .array(fc.tuple(fc.constantFrom(...policyParts.map(({ name }) => name)), fc.constantFrom<Side>('theirs', 'mine')))
  .map((pairs) => new Map(pairs));

test('no edit of either side is lost: each part is the side’s that changed it, and a collision is always asked for', () => {
  fc.assert(
    fc.property(edits, edits, edits, choices, (was, theirs, mine, chosen) => {
      const { draft, unchosen } = merged(policyParts, { base: was, theirs, mine }, chosen);
      for (const { name, same } of policyParts) {
        const [theyDid, iDid] = [!same(was, theirs), !same(was, mine)];
        const collides = theyDid && iDid && !same(theirs, mine);
        expect(unchosen.includes(name)).toBe(collides && !chosen.has(name));
        if (theyDid && !iDid) expect(same(draft, theirs)).toBe(true);
        if (iDid && !theyDid) expect(same(draft, mine)).toBe(true);
        if (collides) expect(same(draft, chosen.get(name) === 'theirs' ? theirs : mine)).toBe(true);
        if (!theyDid && !iDid) expect(same(draft, was)).toBe(true);
      }
    }),
  );
});
