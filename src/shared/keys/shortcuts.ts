import type { ShortcutId } from './use-shortcut.ts';

/** Where a shortcut is active: always; only without an open dialog; only with exactly one open window. */
export type Where = 'everywhere' | 'page' | 'window';

/** A global shortcut, inactive only in text fields, lists and menus. */
export interface Shortcut {
  readonly id: ShortcutId;
  /** In the syntax of tinykeys: `event.key` values, a blank between successive presses, `$mod` for Ctrl or ⌘. */
  readonly keys: string;
  readonly does: string;
  readonly where: Where;
}

/** Read by the listener and by the overview. Letters come in pairs, so that no single key press triggers one by accident. */
export const shortcuts: readonly Shortcut[] = [
  { id: 'search', keys: '$mod+k', does: 'Search or go to…', where: 'everywhere' },
  { id: 'overview', keys: '?', does: 'Keyboard shortcuts', where: 'everywhere' },
  { id: 'apply', keys: '$mod+Enter', does: 'Apply: save, and stay in the window', where: 'window' },
  { id: 'filter', keys: '/', does: 'Search this list', where: 'everywhere' },
  { id: 'go-groups', keys: 'g g', does: 'Go to the tree of groups', where: 'page' },
  { id: 'go-devices', keys: 'g d', does: 'Go to Devices', where: 'page' },
  { id: 'go-policies', keys: 'g p', does: 'Go to Policies', where: 'page' },
  { id: 'go-tasks', keys: 'g t', does: 'Go to Tasks', where: 'page' },
  { id: 'go-schedule', keys: 'g s', does: 'Go to Schedule', where: 'page' },
  { id: 'go-detections', keys: 'g e', does: 'Go to Detections', where: 'page' },
  { id: 'go-audit', keys: 'g a', does: 'Go to Audit log', where: 'page' },
  { id: 'new-policy', keys: 'n p', does: 'New policy', where: 'page' },
  { id: 'new-detection', keys: 'n d', does: 'Simulate a detection', where: 'page' },
];

/** True for keys without Ctrl or ⌘. Speech input can trigger them, so users may switch them off ([WCAG 2.1.4](https://www.w3.org/TR/WCAG22/#character-key-shortcuts)). */
export const isSingleKey = ({ keys }: Pick<Shortcut, 'keys'>): boolean => !keys.includes('+');

/** Keys that a focused control handles itself, listed for the overview. */
interface ControlKeys {
  readonly control: string;
  readonly selector: string;
  readonly keys: readonly (readonly [keys: string, does: string])[];
}

export const controlKeys: readonly ControlKeys[] = [
  {
    control: 'In the tree of groups',
    selector: '[role=tree]',
    keys: [
      ['ArrowUp ArrowDown', 'Move'],
      ['ArrowRight ArrowLeft', 'Open, close, or go to the group above'],
      ['*', 'Open all groups beside this one'],
      ['a … z', 'Go to the next group whose name begins so'],
      ['Enter', 'Select'],
      ['Shift+F10', 'Actions of the group'],
    ],
  },
  {
    control: 'On a task of the ribbon',
    selector: '[role=slider][aria-label^="Task "]',
    keys: [
      ['ArrowLeft ArrowRight', 'A quarter of an hour'],
      ['Shift+ArrowLeft Shift+ArrowRight', 'An hour'],
      ['PageDown PageUp', 'Three hours'],
      ['Home End', 'To the ends'],
    ],
  },
  {
    control: 'In the picture of starts',
    selector: '[role=slider][aria-label="Starts over time"]',
    keys: [
      ['ArrowLeft ArrowRight', 'Read bin by bin'],
      ['+ -', 'Zoom in, zoom out'],
      ['0', 'Show all'],
      ['Shift+ArrowLeft Shift+ArrowRight', 'Another part of time'],
      ['Enter', 'List the runs of the bin'],
    ],
  },
  {
    control: 'In a table',
    selector: '[role=region][tabindex="0"] table',
    keys: [
      ['Tab', 'From the frame, which scrolls by the arrow keys, to names, boxes and buttons'],
      ['Space', 'Tick a row'],
    ],
  },
  {
    control: 'In a window',
    selector: '[role=dialog]',
    keys: [['Escape', 'Close; edits that are not saved are asked about first']],
  },
];
