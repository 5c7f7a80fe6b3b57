import { Box } from '@mui/material';
import type { ItemInstance } from '@headless-tree/core';
import type { GroupNode } from '#contract/groups.ts';
import type { GroupId } from '#domain/ids.ts';

interface TreeRowProps {
  readonly item: ItemInstance<GroupNode | undefined>;
  readonly group: GroupNode;
  readonly top: number;
  readonly height: number;
  readonly selected: boolean;
  readonly onSelect: (id: GroupId) => void;
}

/** One group in the tree: a click selects it, its arrow opens it. */
export function TreeRow({ item, group, top, height, selected, onSelect }: TreeRowProps) {
  const toggle = () => {
    if (item.isExpanded()) item.collapse();
    else item.expand();
  };
  return (
    <Box
      {...item.getProps()}
      aria-label={group.name}
      aria-selected={selected}
      onClick={() => {
        item.setFocused();
        onSelect(group.id);
      }}
      onDoubleClick={toggle}
      sx={{
        position: 'absolute',
        insetInline: 0,
        top,
        height,
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        pl: item.getItemMeta().level * 4 + 1,
        pr: 2,
        borderRadius: 1.5,
        cursor: 'pointer',
        userSelect: 'none',
        bgcolor: selected ? 'vesper.chosen' : undefined,
        color: selected ? 'primary.main' : undefined,
        fontWeight: selected ? 600 : undefined,
        '&:hover': { bgcolor: selected ? 'vesper.chosen' : 'action.hover' },
      }}
    >
      <Box
        component="span"
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          if (item.isFolder()) toggle();
        }}
        sx={{ width: 24, height: 24, display: 'grid', placeItems: 'center', flex: 'none' }}
      >
        {item.isFolder() && <Arrow open={item.isExpanded()} />}
      </Box>
      <Box
        component="span"
        title={group.name}
        sx={{ flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
      >
        {group.name}
      </Box>
      <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
        {group.deviceCount.toLocaleString('en')}
      </Box>
    </Box>
  );
}

function Arrow({ open }: { open: boolean }) {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" style={{ transform: open ? 'rotate(90deg)' : 'none' }}>
      <path d="M3 1.5 7 5 3 8.5z" fill="currentColor" />
    </svg>
  );
}
