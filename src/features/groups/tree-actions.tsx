import { Suspense, useRef, useState, type RefObject } from 'react';
import type { GroupNode } from '#contract/groups.ts';
import type { GroupId } from '#domain/ids.ts';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';
import type { Asked } from './group-dialogs.tsx';
import type { MenuPlace } from './group-menu.tsx';
import { useTreeDrop } from './tree-drop.ts';
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
  const led = useRef<GroupId | null>(null);
  // The focus goes to where the change led, or back; if that row is gone, to the one that Tab leads to.
  const toTree = (id: GroupId) =>
    setTimeout(() => {
      const rows = [...(frame.current?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])];
      const wanted = led.current ?? id;
      led.current = null;
      (rows.find((row) => row.dataset['group'] === wanted) ?? rows.find((row) => row.tabIndex === 0))?.focus();
    });
  const group = menu && forest.byId.get(menu.id);
  return {
    dropOn,
    onMenu: (id: GroupId, place: MenuPlace) => {
      setMenu({ id, place });
    },
    parts: (
      <>
        {menu && group && (
          <Suspense fallback={null}>
            <GroupMenu
              group={group}
              place={menu.place}
              onAction={(action) => {
                setMenu(null);
                setAsked({ kind: 'action', action, id: menu.id, into: null });
              }}
              onClose={() => {
                setMenu(null);
                toTree(menu.id);
              }}
            />
          </Suspense>
        )}
        {asked && (
          <Suspense fallback={null}>
            <GroupDialogs
              asked={asked}
              forest={forest}
              onCreated={(id) => {
                led.current = id;
                return onCreated(id);
              }}
              onDeleted={(gone) => {
                led.current = gone.parentId;
                return onDeleted(gone);
              }}
              onClose={() => {
                setAsked(null);
                toTree(asked.kind === 'action' ? asked.id : asked.into);
              }}
            />
          </Suspense>
        )}
      </>
    ),
  };
}
