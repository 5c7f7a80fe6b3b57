import { isApple } from './is-apple.ts';

const names: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Escape: 'Esc',
};

function keyLabel(key: string): string {
  if (key === '$mod') return isApple() ? '⌘' : 'Ctrl';
  return names[key] ?? (/^[a-z]$/.test(key) ? key.toUpperCase() : key);
}

/** The labels of a shortcut's keys, one text per press: `g d` is *G* then *D*, `$mod+k` is *Ctrl K*. */
export const keyLabels = (keys: string): string[] =>
  keys.split(' ').map((press) => (press === '+' ? press : press.split('+').map(keyLabel).join(' ')));
