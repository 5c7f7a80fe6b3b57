import { expect, test } from 'vitest';
import { undoMessage } from './undo-message.ts';

const said = 'Policy “Berlin” deleted.';
const changedSince = new Error('“Berlin” was changed since: taking this back would lose that. Nothing was changed.');

test.each([
  ['idle', null, said],
  ['pending', null, 'Undoing…'],
  ['success', null, 'Undone: policy “Berlin” deleted.'],
  ['error', changedSince, `Not undone. ${changedSince.message}`],
] as const)('undoing that is %s says so', (status, error, words) => {
  expect(undoMessage(said, { status, error })).toBe(words);
});
