import type { ShortcutId } from './use-shortcut.ts';

/** Where a shortcut holds: whatever is open; only while nothing is open over the page; only in a window that can apply. */
export type Where = 'everywhere' | 'page' | 'window';

/** Keys that the console listens to itself, wherever the focus is but in fields, lists and menus. */
export interface Shortcut {
  readonly id: ShortcutId;
  /** As `event.key` writes them; a blank between keys pressed one after the other, `$mod` for Ctrl, or ⌘ on Apple's keyboards. */
  readonly keys: string;
  readonly does: string;
  readonly where: Where;
}

/** The one table: the listener and the overview are both made of it. Keys of one letter come in pairs, so that none is pressed by chance. */
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

/** True for keys without Ctrl or ⌘: speech input can press them by chance, so they may be switched off (WCAG 2.1.4). */
export const isSingleKey = ({ keys }: Pick<Shortcut, 'keys'>): boolean => !keys.includes('+');

/** Keys of a control that has the focus. They belong to the control, which listens itself; the overview tells of them. */
interface ControlKeys {
  readonly control: string;
  /** Finds the control on the page. */
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
