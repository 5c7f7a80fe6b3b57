import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { aPolicy, aGroup } from '#mocks/seed/vocabulary.ts';
import { makeWorld } from '#mocks/seed/scenarios.ts';
import { bytesOf, commitOf, mergeCommits, splitCommit, withoutEmptyCollections, worldAfter } from './merge-commits.ts';
import { noRecords, type Changes, type World } from '#backend/ports/store.ts';

const world = makeWorld('small', Date.parse('2026-11-24T12:00:00Z'));
const policyIds = ['baseline', 'berlin', 'labs', 'new-1', 'new-2', 'new-3'];
const groupIds = ['berlin', 'labs', 'new-1', 'new-2'];

const policy = fc
  .tuple(fc.constantFrom(...policyIds), fc.nat(99))
  .map(([id, n]) => aPolicy({ id, name: `Policy ${String(n)}`, group: 'berlin' }));
const group = fc
  .tuple(fc.constantFrom(...groupIds), fc.nat(99))
  .map(([id, n]) => aGroup(id, `Group ${String(n)}`, 'offices'));
const commit: fc.Arbitrary<Changes> = fc.record(
  {
    policies: fc.record(
      { put: fc.array(policy, { maxLength: 4 }), remove: fc.subarray(policyIds, { maxLength: 3 }) },
      { requiredKeys: [] },
    ),
    groups: fc.record(
      { put: fc.array(group, { maxLength: 4 }), remove: fc.subarray(groupIds, { maxLength: 3 }) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
const oneByOne = (commits: readonly Changes[]): World => commits.reduce(worldAfter, world);

test('commits merged into one lead to the world that they lead to one by one, records in the same order', () => {
  fc.assert(
    fc.property(fc.array(commit, { maxLength: 12 }), (commits) => {
      expect(worldAfter(world, mergeCommits(commits))).toEqual(oneByOne(commits));
    }),
    { seed: 20_261_124, numRuns: 500 },
  );
});

test('merged in parts and then again, or taken to pieces of any size, they lead there too', () => {
  fc.assert(
    fc.property(
      fc.array(commit, { maxLength: 12 }),
      fc.nat(12),
      fc.integer({ min: 1, max: 4_000 }),
      (commits, at, most) => {
        const twice = mergeCommits([mergeCommits(commits.slice(0, at)), mergeCommits(commits.slice(at))]);
        expect(worldAfter(world, twice)).toEqual(oneByOne(commits));
        expect(splitCommit(twice, most).reduce(worldAfter, world)).toEqual(oneByOne(commits));
      },
    ),
    { seed: 20_261_124, numRuns: 300 },
  );
});

test('a world comes out of nothing as it went in', () => {
  expect(worldAfter(noRecords, commitOf(world))).toEqual(world);
  expect(splitCommit(commitOf(world), 500).reduce(worldAfter, noRecords)).toEqual(world);
});

test('pieces are as small as they are to be, but for a record that is larger alone', () => {
  const pieces = splitCommit(commitOf(makeWorld('crowded', 0)), 100_000);
  expect(pieces.length).toBeGreaterThan(20);
  expect(Math.max(...pieces.map(bytesOf))).toBeLessThan(101_000);
  expect(splitCommit(commitOf(world), 10).every((piece) => Object.values(piece)[0]?.put?.length === 1)).toBe(true);
});

test('a commit that changes nothing is none', () => {
  expect(withoutEmptyCollections({ groups: { put: [] }, runs: { put: [], remove: [] }, tasks: {} })).toBeNull();
  expect(withoutEmptyCollections({ groups: { put: [] }, runs: { remove: ['a'] } })).toEqual({
    runs: { remove: ['a'] },
  });
});

test.each([
  ['a text', 'twelve bytes', 16],
  ['a number', 7, 8],
  ['a column of numbers', new Float64Array(1_000), 8_000],
  ['a record', { id: 'ab', gone: null }, 8 + (2 + 4 + 6) + (4 + 4 + 8)],
])('the bytes of %s are estimated', (_, value, bytes) => {
  expect(bytesOf(value)).toBe(bytes);
});

test('the bytes of a large array are judged by a sample, near enough', () => {
  const { devices } = makeWorld('crowded', 0);
  const exact = 8 + devices.reduce((sum, device) => sum + bytesOf(device), 0);
  expect(Math.abs(bytesOf(devices) / exact - 1)).toBeLessThan(0.05);
  const looked = vi.fn(() => 'a');
  bytesOf(Array.from({ length: 50_000 }, () => Object.defineProperty({}, 'a', { get: looked, enumerable: true })));
  expect(looked).toHaveBeenCalledTimes(500);
});
