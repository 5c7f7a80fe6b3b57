import { Box } from '@mui/material';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { GroupId } from '#domain/ids.ts';
import type { MenuPosition } from './group-menu.tsx';
import { positionBelow } from './row-menu-button.tsx';
import { virtualRows, useRowVirtualizer } from './row-virtualizer.ts';
import type { DropOn } from './use-tree-drop.ts';
import { treeKeyAction, findByTypeahead, appendTyped, type Typed } from './tree-keyboard.ts';
import { TreeRow } from './tree-row.tsx';
import { rowsOf, type GroupForest, type TreeState } from './tree-rows.ts';

interface TreeViewProps extends TreeState {
  readonly forest: GroupForest;
  /** Null on a page without a group. */
  readonly selected: GroupId | null;
  readonly onOpen: (ids: readonly GroupId[]) => void;
  readonly onClose: (id: GroupId) => void;
  readonly onSelect: (id: GroupId) => void;
  readonly onMenu: (id: GroupId, place: MenuPosition) => void;
  readonly dropOn: DropOn;
}

const rowHeight = 28;

/**
 * The tree itself, by the tree pattern of the WAI-ARIA practices. Only the rows in view are in the page, and the
 * focused one wherever it is: it keeps the focus while the tree is scrolled.
 */
export function TreeView(props: TreeViewProps) {
  const { forest, shown, open, selected, onOpen, onClose, onSelect, onMenu, dropOn } = props;
  const { scroller, view, scrollTo } = useRowVirtualizer<HTMLDivElement>(rowHeight);
  const focusedRow = useRef<HTMLElement>(null);
  const wantsFocus = useRef(false);
  const typed = useRef<Typed>({ text: '', atMs: -Infinity });
  const [focusedId, setFocusedId] = useState(selected);
  const [reached, setReached] = useState(selected);
  if (reached !== selected) {
    setReached(selected);
    setFocusedId(selected);
  }
  const rows = rowsOf(forest, { shown, open });
  const indexOf = (id: string | null) => rows.findIndex(({ group }) => group.id === id);
  // Tab leads to the row that had the focus last, else to the selected one, else to the first.
  const selectedAt = indexOf(selected);
  const focused = [indexOf(focusedId), selectedAt, 0].find((index) => index >= 0) ?? 0;

  useEffect(() => {
    scrollTo(selectedAt);
    // Whoever is in the tree stays where they are led to, as to a group that was just created.
    if (scroller.current?.contains(document.activeElement)) focusedRow.current?.focus({ preventScroll: true });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only a new selection scrolls; later renders must not
  }, [selected]);
  useEffect(() => {
    if (wantsFocus.current) focusedRow.current?.focus({ preventScroll: true });
    wantsFocus.current = false;
  }, [focusedId]);

  const focus = (id: GroupId) => {
    wantsFocus.current = true;
    setFocusedId(id);
    scrollTo(indexOf(id));
  };
  const close = (id: GroupId) => {
    // The rows below it go: the focus may not go with them.
    const row = rows[indexOf(id)];
    const after = rows.slice(indexOf(id) + 1);
    const end = after.findIndex(({ level }) => level <= (row?.level ?? 0));
    const inside = end < 0 ? after : after.slice(0, end);
    if (inside.some(({ group }) => group.id === focusedId)) {
      wantsFocus.current = focusedRow.current?.contains(document.activeElement) ?? false;
      setFocusedId(id);
    }
    onClose(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The button of a row has its own keys.
    if (event.target instanceof Element && event.target.closest('button')) return;
    const row = rows[focused];
    if (row && focusedRow.current && (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))) {
      event.preventDefault();
      onMenu(row.group.id, positionBelow(focusedRow.current));
      return;
    }
    // Where `*` is written with AltGr, some systems report Ctrl and Alt.
    if (event.key !== '*' && (event.ctrlKey || event.metaKey || event.altKey)) return;
    // Of these signs no name begins with one, and the console's own shortcuts have two of them.
    const letter = event.key.length === 1 && !['*', '?', '/'].includes(event.key) ? event.key : null;
    const searched = letter === null ? null : appendTyped(typed.current, letter, event.timeStamp);
    // A space belongs to the name that is being typed, as in "Data centres"; otherwise it selects.
    if (searched && searched.text.trim() !== '') {
      const names = rows.map(({ group }) => group.name);
      const found = rows[findByTypeahead(names, focused, searched.text)];
      if (found ?? letter !== ' ') {
        event.preventDefault();
        typed.current = searched;
        if (found) focus(found.group.id);
        return;
      }
    }
    const action = treeKeyAction(event.key, rows, focused);
    if (!action) return;
    event.preventDefault();
    if (action.kind === 'focus') focus(action.id);
    if (action.kind === 'open') onOpen(action.ids);
    if (action.kind === 'close') close(action.id);
    if (action.kind === 'select') onSelect(action.id);
  };

  return (
    <Box ref={scroller} sx={{ flex: '0 1 auto', overflow: 'auto', minHeight: 0, px: 2, pb: 2 }}>
      <Box
        role="tree"
        aria-label="Administration groups"
        onKeyDown={onKeyDown}
        sx={{ position: 'relative', height: rows.length * rowHeight }}
      >
        {virtualRows(view, rows.length, focused).map((index) => {
          const row = rows[index];
          if (!row) return null;
          const { id } = row.group;
          return (
            <TreeRow
              key={id}
              row={row}
              top={index * rowHeight}
              height={rowHeight}
              selected={id === selected}
              tabStop={index === focused}
              ref={index === focused ? focusedRow : undefined}
              onFocus={() => {
                setFocusedId(id);
              }}
              onSelect={() => {
                onSelect(id);
              }}
              onToggle={() => {
                if (row.open === true) close(id);
                if (row.open === false) onOpen([id]);
              }}
              onMenu={(place) => {
                setFocusedId(id);
                onMenu(id, place);
              }}
              drop={dropOn(id)}
            />
          );
        })}
      </Box>
    </Box>
  );
}
