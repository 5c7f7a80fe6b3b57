import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keyLabels } from './key-labels.ts';
import { isSingleKey, shortcuts } from './shortcuts.ts';

test('no shortcut has or starts with the keys of another one', () => {
  const all = shortcuts.map(({ keys }) => keys);
  for (const [place, keys] of all.entries()) {
    const others = all.filter((_, other) => other !== place);
    expect(others.filter((other) => other === keys || other.startsWith(`${keys} `))).toEqual([]);
  }
});

test('each shortcut is in the table once', () => {
  expect(new Set(shortcuts.map(({ id }) => id)).size).toBe(shortcuts.length);
});

test('no shortcut takes a key that the browser or a screen reader needs: a letter alone, Tab, arrows, or Alt', () => {
  for (const { keys } of shortcuts) expect(keys).not.toMatch(/^[a-z0-9]$|Tab|Arrow|Alt|Insert|CapsLock|F\d/);
});

test('shortcuts with Ctrl or ⌘ stay active when single keys are switched off', () => {
  expect(shortcuts.filter((shortcut) => !isSingleKey(shortcut)).map(({ id }) => id)).toEqual(['search', 'apply']);
});

beforeEach(() => {
  vi.stubGlobal('navigator', { userAgent: 'X11; Linux x86_64' });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('on Apple platforms ⌘ replaces Ctrl', () => {
  vi.stubGlobal('navigator', { userAgent: 'Macintosh; Intel Mac OS X' });
  expect(keyLabels('$mod+k')).toEqual(['⌘ K']);
});

test.each([
  ['$mod+k', ['Ctrl K']],
  ['g d', ['G', 'D']],
  ['?', ['?']],
  ['+ -', ['+', '-']],
  ['Shift+ArrowLeft', ['Shift ←']],
])('%s reads %j', (keys, words) => {
  expect(keyLabels(keys)).toEqual(words);
});
