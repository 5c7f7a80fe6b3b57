import { createKeybindingsHandler } from 'tinykeys';
import { isSingleKey, shortcuts, type Shortcut, type Where } from './shortcuts.ts';
import { shortcutHandler } from './use-shortcut.ts';

/**
 * Listens to the shortcuts until the returned function is called. Ignores events that a control has handled, and keys without
 * Ctrl or ⌘ in text fields and where letters select an item.
 * @param singleKeys called for each key: false while shortcuts without Ctrl or ⌘ are switched off
 */
export function listenToShortcuts(singleKeys: () => boolean): () => void {
  const modified = createKeybindingsHandler(bindings(shortcuts.filter((shortcut) => !isSingleKey(shortcut))));
  const single = createKeybindingsHandler(bindings(shortcuts.filter(isSingleKey)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    modified(event);
    if (singleKeys() && !acceptsText(event.target)) single(event);
  };
  window.addEventListener('keydown', onKeyDown);
  return () => {
    window.removeEventListener('keydown', onKeyDown);
  };
}

function bindings(table: readonly Shortcut[]) {
  return Object.fromEntries(
    table.flatMap((shortcut) =>
      // Whether punctuation needs Shift depends on the keyboard layout.
      (isPunctuation(shortcut.keys) ? [shortcut.keys, `Shift+${shortcut.keys}`] : [shortcut.keys]).map((keys) => [
        keys,
        (event: KeyboardEvent) => {
          const act = isActive(shortcut.where) ? shortcutHandler(shortcut.id) : null;
          if (!act || event.repeat) return;
          event.preventDefault();
          act();
        },
      ]),
    ),
  );
}

const isPunctuation = (keys: string) => /^[^a-z0-9 ]$/i.test(keys);

/** Whether shortcuts of this scope are active, by the number of open dialogs. */
export function isActive(where: Where): boolean {
  const open = document.querySelectorAll('[role=dialog]').length;
  return where === 'everywhere' || open === (where === 'page' ? 0 : 1);
}

const textInputs = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]';
const letterSelects = '[role=menu], [role=listbox], [role=combobox]';

/** Whether letters are text or select an item here. The tree handles its letters before this listener. */
const acceptsText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(`${textInputs}, ${letterSelects}`) !== null;
