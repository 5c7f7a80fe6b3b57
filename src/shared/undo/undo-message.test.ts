import { expect, test } from 'vitest';
import { undoMessage } from './undo-message.ts';

const text = 'Policy “Berlin” deleted.';
const changedSince = new Error('“Berlin” was changed since: taking this back would lose that. Nothing was changed.');

test.each([
  ['idle', null, text],
  ['pending', null, 'Undoing…'],
  ['success', null, 'Undone: policy “Berlin” deleted.'],
  ['error', changedSince, `Not undone. ${changedSince.message}`],
] as const)('undoing that is %s says so', (status, error, words) => {
  expect(undoMessage(text, { status, error })).toBe(words);
});
