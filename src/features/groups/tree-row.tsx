import { Box } from '@mui/material';
import type { Ref } from 'react';
import type { MenuPosition } from './group-menu.tsx';
import { RowMenuButton } from './row-menu-button.tsx';
import type { DropOn } from './use-tree-drop.ts';
import type { TreeRow as Row } from './tree-rows.ts';

interface TreeRowProps {
  readonly row: Row;
  /** Where it begins, and how high it is, in pixels. */
  readonly top: number;
  readonly height: number;
  readonly selected: boolean;
  /** The one row that Tab leads to. */
  readonly tabStop: boolean;
  readonly ref: Ref<HTMLElement> | undefined;
  readonly onFocus: () => void;
  readonly onSelect: () => void;
  readonly onToggle: () => void;
  readonly onMenu: (place: MenuPosition) => void;
  /** Whether something that can be dropped here is over it, and what it does with drags. */
  readonly drop: ReturnType<DropOn>;
}

/** One group in the tree: a click selects it, its arrow opens it. The keys are the tree's. */
export function TreeRow(props: TreeRowProps) {
  const { row, top, height, selected, tabStop, ref, onFocus, onSelect, onToggle, onMenu, drop } = props;
  const { group, level, position, setSize, open } = row;
  return (
    <Box
      ref={ref}
      role="treeitem"
      aria-label={group.name}
      data-group={group.id}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={setSize}
      aria-selected={selected}
      aria-expanded={open ?? undefined}
      tabIndex={tabStop ? 0 : -1}
      onFocus={onFocus}
      onClick={onSelect}
      onDoubleClick={onToggle}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu({ left: event.clientX, top: event.clientY });
      }}
      {...drop.handlers}
      // As a style: each place in sx would be a rule of its own in the page's style sheet.
      style={{ top, height }}
      sx={{
        position: 'absolute',
        insetInline: 0,
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        // Beyond eight levels the name needs the room more than the eye needs the step.
        pl: Math.min(level - 1, 8) * 3.5,
        pr: 1,
        borderRadius: 1,
        cursor: 'pointer',
        userSelect: 'none',
        bgcolor: selected ? 'vesper.chosen' : undefined,
        boxShadow: drop.over
          ? (theme) => `inset 0 0 0 2px ${theme.vars?.palette.primary.main ?? 'currentColor'}`
          : 'none',
        color: selected ? 'primary.main' : undefined,
        fontWeight: selected ? 600 : undefined,
        '&:hover': { bgcolor: selected ? 'vesper.chosen' : 'action.hover' },
        '&:focus-visible': { outlineOffset: -2 },
        '&:hover .row-actions, &:focus-within .row-actions': { opacity: 1 },
      }}
    >
      {open !== null && (
        <Box
          component="span"
          aria-hidden
          data-drawn
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
          onDoubleClick={(event) => {
            event.stopPropagation();
          }}
          sx={open ? arrowDown : arrowRight}
        />
      )}
      <Box
        component="span"
        title={group.name}
        // A group without others below it has no arrow, and its name stands where it would stand beside one.
        sx={{
          flex: 1,
          ml: open === null ? '28px' : 0,
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
        }}
      >
        {group.name}
      </Box>
      <Box
        component="span"
        sx={{ color: 'text.secondary', fontWeight: 400, fontSize: '0.75rem', fontVariantNumeric: 'tabular-nums' }}
      >
        {group.deviceCount.toLocaleString('en')}
      </Box>
      <RowMenuButton name={group.name} tabStop={tabStop} onMenu={onMenu} />
    </Box>
  );
}

/** Drawn without an element of its own: a tree of thousands of groups has few nodes in the page. */
const arrowRight = {
  width: 24,
  height: 24,
  flex: 'none',
  display: 'grid',
  placeItems: 'center',
  color: 'text.secondary',
  '&::before': {
    content: '""',
    width: 10,
    height: 10,
    bgcolor: 'currentColor',
    clipPath: 'polygon(30% 15%, 70% 50%, 30% 85%)',
  },
} as const;
const arrowDown = { ...arrowRight, '&::before': { ...arrowRight['&::before'], transform: 'rotate(90deg)' } } as const;
