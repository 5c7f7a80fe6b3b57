import { createKeybindingsHandler } from 'tinykeys';
import { isSingleKey, shortcuts, type Shortcut, type Where } from './shortcuts.ts';
import { shortcutHandler } from './use-shortcut.ts';

/**
 * Listens to the keys of the table until the returned function is called. What a control has taken for itself is left to it,
 * and so are keys without Ctrl or ⌘ where one types or where letters choose.
 * @param singleKeys asked at each key: false while those without Ctrl or ⌘ are switched off
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
      // A sign may need Shift or not, by the layout of the keyboard.
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

/** True where a shortcut of this kind holds now, by what is open over the page. */
export function isActive(where: Where): boolean {
  const open = document.querySelectorAll('[role=dialog]').length;
  return where === 'everywhere' || open === (where === 'page' ? 0 : 1);
}

const typedInto = 'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]';
const chosenByLetter = '[role=menu], [role=listbox], [role=combobox]';

/** True where a key is text, or chooses by its letter. The tree takes its letters before they come here. */
const acceptsText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(`${typedInto}, ${chosenByLetter}`) !== null;
