import { Suspense, useRef, useState, type RefObject } from 'react';
import type { GroupNode } from '#contract/groups.ts';
import type { GroupId } from '#domain/ids.ts';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';
import type { OpenDialog } from './group-dialogs.tsx';
import type { MenuPosition } from './group-menu.tsx';
import { useTreeDrop } from './use-tree-drop.ts';
import type { GroupForest } from './tree-rows.ts';

const GroupMenu = lazyComponent(() => import('./group-menu.tsx').then((m) => m.GroupMenu));
const GroupDialogs = lazyComponent(() => import('./group-dialogs.tsx').then((m) => m.GroupDialogs));

interface TreeActionsOptions {
  readonly forest: GroupForest;
  /** The element around the tree: the focus comes back to the tree in it. */
  readonly frame: RefObject<HTMLElement | null>;
  readonly onCreated: (id: GroupId) => unknown;
  readonly onDeleted: (group: GroupNode) => unknown;
}

/** What can be done in the tree beside choosing a group: the menu of a row, what is dropped on one, and their dialogs. */
export function useTreeActions({ forest, frame, onCreated, onDeleted }: TreeActionsOptions) {
  const [menu, setMenu] = useState<{ id: GroupId; position: MenuPosition } | null>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const dropOn = useTreeDrop({
    forest,
    onGroup: (id, into) => {
      setDialog({ kind: 'action', action: 'move', id, into });
    },
    onDevices: (devices, into) => {
      setDialog({ kind: 'devices', devices, into });
    },
  });
  const focusTarget = useRef<GroupId | null>(null);
  // The focus goes to where the change led, or back; if that row is gone, to the one that Tab leads to.
  const restoreFocus = (id: GroupId) =>
    setTimeout(() => {
      const rows = [...(frame.current?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])];
      const wanted = focusTarget.current ?? id;
      focusTarget.current = null;
      (rows.find((row) => row.dataset['group'] === wanted) ?? rows.find((row) => row.tabIndex === 0))?.focus();
    });
  const group = menu && forest.byId.get(menu.id);
  return {
    dropOn,
    onMenu: (id: GroupId, position: MenuPosition) => {
      setMenu({ id, position });
    },
    parts: (
      <>
        {menu && group && (
          <Suspense fallback={null}>
            <GroupMenu
              group={group}
              position={menu.position}
              onAction={(action) => {
                setMenu(null);
                setDialog({ kind: 'action', action, id: menu.id, into: null });
              }}
              onClose={() => {
                setMenu(null);
                restoreFocus(menu.id);
              }}
            />
          </Suspense>
        )}
        {dialog && (
          <Suspense fallback={null}>
            <GroupDialogs
              dialog={dialog}
              forest={forest}
              onCreated={(id) => {
                focusTarget.current = id;
                return onCreated(id);
              }}
              onDeleted={(deleted) => {
                focusTarget.current = deleted.parentId;
                return onDeleted(deleted);
              }}
              onClose={() => {
                setDialog(null);
                restoreFocus(dialog.kind === 'action' ? dialog.id : dialog.into);
              }}
            />
          </Suspense>
        )}
      </>
    ),
  };
}
