import { expect, test } from 'vitest';
import { recoverDraft } from './recover-draft.ts';

const version = (name: string, revision: number) => ({ value: { name }, etag: `"${String(revision)}"` });
const words = (from: string, to: string) => (from === to ? [] : [`Name: ${from} → ${to}`]);

test.each([
  ['the version it stands on', version('Berlin', 3), false],
  ['a later one', version('Berlin', 4), true],
  ['another world that counted up to the same revision', version('Madrid', 3), true],
])('an edit of before, where there is now %s', (_, latest, stale) => {
  const stored = { atMs: 1, base: version('Berlin', 3), draft: 'Berlin 2' };
  const found = recoverDraft(stored, { latest, draftOf: ({ name }) => name, differences: words });
  expect(found).toMatchObject({ atMs: 1, changes: ['Name: Berlin → Berlin 2'], stale });
});
