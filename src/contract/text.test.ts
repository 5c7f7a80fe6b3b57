import { expect, test } from 'vitest';
import { isSeen } from './names.ts';
import { isDisplayable } from './text.ts';

test('whatever cannot be displayed is no part of a name either', () => {
  let refused = 0;
  for (let point = 0; point <= 0x10_ffff; point += 1) {
    const text = String.fromCodePoint(point);
    if (isDisplayable(text)) continue;
    refused += 1;
    expect(isSeen(text), point.toString(16)).toBe(false);
  }
  // 65 control characters, two separators, 2048 halves of surrogate pairs, 66 noncharacters.
  expect(refused).toBe(65 + 2 + 2048 + 66);
});
