import { lazy, Suspense, useState, type RefObject } from 'react';
import type { GroupNode } from '#contract/groups.ts';
import type { GroupId } from '#domain/ids.ts';
import type { Asked } from './group-dialogs.tsx';
import { GroupMenu, type MenuPlace } from './group-menu.tsx';
import { useTreeDrop } from './tree-drop.ts';
import type { GroupForest } from './tree-rows.ts';

const GroupDialogs = lazy(() => import('./group-dialogs.tsx').then((m) => ({ default: m.GroupDialogs })));

interface TreeActionsOptions {
  readonly forest: GroupForest;
  /** The element around the tree: the focus comes back to the tree in it. */
  readonly frame: RefObject<HTMLElement | null>;
  readonly onCreated: (id: GroupId) => unknown;
  readonly onDeleted: (group: GroupNode) => unknown;
}

/** What can be done in the tree beside choosing a group: the menu of a row, what is dropped on one, and their dialogs. */
export function useTreeActions({ forest, frame, onCreated, onDeleted }: TreeActionsOptions) {
  const [menu, setMenu] = useState<{ id: GroupId; place: MenuPlace } | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const dropOn = useTreeDrop({
    forest,
    onGroup: (id, into) => {
      setAsked({ kind: 'action', action: 'move', id, into });
    },
    onDevices: (devices, into) => {
      setAsked({ kind: 'devices', devices, into });
    },
  });
  // The row that was asked about may be gone: the focus goes to the one that Tab leads to.
  const toTree = () =>
    setTimeout(() => frame.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus());
  const group = menu && forest.byId.get(menu.id);
  return {
    dropOn,
    onMenu: (id: GroupId, place: MenuPlace) => {
      setMenu({ id, place });
    },
    parts: (
      <>
        {menu && group && (
          <GroupMenu
            group={group}
            place={menu.place}
            onAction={(action) => {
              setMenu(null);
              setAsked({ kind: 'action', action, id: menu.id, into: null });
            }}
            onClose={() => {
              setMenu(null);
              toTree();
            }}
          />
        )}
        {asked && (
          <Suspense fallback={null}>
            <GroupDialogs
              asked={asked}
              forest={forest}
              onCreated={onCreated}
              onDeleted={onDeleted}
              onClose={() => {
                setAsked(null);
                toTree();
              }}
            />
          </Suspense>
        )}
      </>
    ),
  };
}
