import { Box } from '@mui/material';
import { hotkeysCoreFeature, syncDataLoaderFeature, type ItemInstance } from '@headless-tree/core';
import { useTree } from '@headless-tree/react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { GroupNode } from '#contract/groups.ts';
import type { GroupId } from '#domain/ids.ts';
import { ancestorsOf, nextByName, type GroupForest } from './tree-rows.ts';
import { TreeRow } from './tree-row.tsx';

interface TreeViewProps {
  readonly forest: GroupForest;
  /** The groups to show, or null for all. */
  readonly shown: ReadonlySet<string> | null;
  readonly open: ReadonlySet<string>;
  readonly selected: GroupId;
  readonly onOpenChange: (open: ReadonlySet<string>) => void;
  readonly onSelect: (id: GroupId) => void;
}

const rowHeight = 30;
const aboveRoot = 'above-the-root';

/** The tree itself: keyboard and ARIA from headless-tree, and only the rows in view in the page. */
export function TreeView({ forest, shown, open, selected, onOpenChange, onSelect }: TreeViewProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const [expandedItems, setExpandedItems] = useState([...open]);
  // A group reached another way, say by the breadcrumbs, is shown: the groups above it open.
  const [shownFor, setShownFor] = useState(selected);
  if (shownFor !== selected) {
    setShownFor(selected);
    setExpandedItems([...new Set([...expandedItems, ...ancestorsOf(forest, selected)])]);
  }
  const childrenOf = (id: string) => {
    const children = id === aboveRoot ? (forest.root ? [forest.root] : []) : (forest.children.get(id) ?? []);
    return children.map((group) => group.id).filter((child) => shown === null || shown.has(child));
  };
  const tree = useTree<GroupNode | undefined>({
    rootItemId: aboveRoot,
    dataLoader: { getItem: (id) => forest.byId.get(id), getChildren: childrenOf },
    getItemName: (item) => item.getItemData()?.name ?? '',
    isItemFolder: (item) => childrenOf(item.getId()).length > 0,
    state: { expandedItems },
    setExpandedItems: (update) => {
      const next = typeof update === 'function' ? update(expandedItems) : update;
      setExpandedItems(next);
      if (shown === null) onOpenChange(new Set(next));
    },
    onPrimaryAction: (item) => {
      const group = item.getItemData();
      if (group) onSelect(group.id);
    },
    scrollToItem: (item) => {
      virtual.scrollToIndex(item.getItemMeta().index);
    },
    hotkeys: {
      // Names typed within a second of each other's letters add up; after a pause a new search begins.
      customTypeAhead: {
        hotkey: 'LetterOrNumber',
        preventDefault: true,
        handler: (event, instance) => {
          const text = event.timeStamp - typed.current.at < 1_000 ? typed.current.text + event.key : event.key;
          typed.current = { text, at: event.timeStamp };
          const rows = instance.getItems();
          const from = instance.getFocusedItem().getItemMeta().index;
          const found =
            rows[
              nextByName(
                rows.map((row) => row.getItemName()),
                from,
                text,
              )
            ];
          if (!found) return;
          found.setFocused();
          void found.scrollTo({ block: 'nearest' });
          instance.updateDomFocus();
        },
      },
      customExpandSiblings: {
        hotkey: 'Shift+Digit8',
        handler: (_, instance) => {
          const siblings = instance.getFocusedItem().getParent()?.getChildren() ?? [];
          setExpandedItems([
            ...new Set([...expandedItems, ...siblings.filter((s) => s.isFolder()).map((s) => s.getId())]),
          ]);
        },
      },
    },
    features: [syncDataLoaderFeature, hotkeysCoreFeature],
  });
  const items: ItemInstance<GroupNode | undefined>[] = tree.getItems();
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });

  return (
    <Box ref={scroller} sx={{ flex: 1, overflow: 'auto', minHeight: 0, px: 2, pb: 2 }}>
      <Box
        {...tree.getContainerProps('Administration groups')}
        sx={{ position: 'relative', height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map((row) => {
          const item = items[row.index];
          const group = item?.getItemData();
          if (!item || !group) return null;
          return (
            <TreeRow
              key={item.getKey()}
              item={item}
              group={group}
              top={row.start}
              height={rowHeight}
              selected={group.id === selected}
              onSelect={onSelect}
            />
          );
        })}
      </Box>
    </Box>
  );
}
