import { Box } from '@mui/material';
import type { MenuPosition } from './group-menu.tsx';

interface RowMenuButtonProps {
  readonly name: string;
  /** Whether Tab leads to it: only on the row that Tab leads to. */
  readonly tabStop: boolean;
  readonly onMenu: (place: MenuPosition) => void;
}

/** Where a menu opens below an element. */
export const positionBelow = (element: Element): MenuPosition => {
  const { left, bottom } = element.getBoundingClientRect();
  return { left, top: bottom };
};

/** The button of a row's menu: in sight while the row is pointed at or has the focus, and where nothing can point. */
export function RowMenuButton({ name, tabStop, onMenu }: RowMenuButtonProps) {
  return (
    <Box
      component="button"
      type="button"
      data-drawn
      className="row-actions"
      aria-label={`Actions for ${name}`}
      aria-haspopup="menu"
      title="Actions"
      tabIndex={tabStop ? 0 : -1}
      onClick={(event) => {
        event.stopPropagation();
        onMenu(positionBelow(event.currentTarget));
      }}
      onDoubleClick={(event) => {
        event.stopPropagation();
      }}
      sx={{
        width: 24,
        height: 24,
        flex: 'none',
        display: 'grid',
        placeItems: 'center',
        p: 0,
        border: 0,
        borderRadius: 1,
        bgcolor: 'transparent',
        color: 'text.secondary',
        cursor: 'pointer',
        opacity: 0,
        // Three dots, without an element for each.
        '&::before': {
          content: '""',
          width: 3,
          height: 3,
          borderRadius: '50%',
          bgcolor: 'currentColor',
          boxShadow: '-5px 0 currentColor, 5px 0 currentColor',
        },
        '@media (hover: none)': { opacity: 1 },
        '&:hover, &:focus-visible': { color: 'text.primary', bgcolor: 'action.hover' },
        '&:focus-visible': { outlineOffset: -2 },
      }}
    />
  );
}
