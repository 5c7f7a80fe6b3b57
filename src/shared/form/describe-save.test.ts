import { expect, test } from 'vitest';
import { dayTimeIn, viewerZone } from '#src/shared/time/format.ts';
import { describeSave } from './describe-save.ts';

const modifiedAt = '2026-11-24T17:49:00Z';
const when = `on ${dayTimeIn(viewerZone(), modifiedAt)}, ${viewerZone()}`;

test.each([
  ['somebody else', 'J. Keller', modifiedAt, `J. Keller saved revision 4 ${when}`],
  ['oneself, elsewhere', 'M. Admin', modifiedAt, `You saved revision 4 in another tab ${when}`],
  ['nobody that is known', null, null, 'Somebody saved revision 4'],
])('saved by %s', (_, modifiedBy, at, words) => {
  expect(describeSave({ revision: 4, modifiedBy, modifiedAt: at }, 'M. Admin')).toBe(words);
});
