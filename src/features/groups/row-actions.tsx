import { ButtonBase } from '@mui/material';
import type { MenuPlace } from './group-menu.tsx';

interface RowActionsProps {
  readonly name: string;
  /** Whether Tab leads to it: only on the row that Tab leads to. */
  readonly tabStop: boolean;
  readonly onMenu: (place: MenuPlace) => void;
}

/** Where a menu opens below an element. */
export const placeBelow = (element: Element): MenuPlace => {
  const { left, bottom } = element.getBoundingClientRect();
  return { left, top: bottom };
};

/** The button of a row's menu: in sight while the row is pointed at or has the focus, and where nothing can point. */
export function RowActions({ name, tabStop, onMenu }: RowActionsProps) {
  return (
    <ButtonBase
      className="row-actions"
      aria-label={`Actions for ${name}`}
      aria-haspopup="menu"
      title="Actions"
      tabIndex={tabStop ? 0 : -1}
      onClick={(event) => {
        event.stopPropagation();
        onMenu(placeBelow(event.currentTarget));
      }}
      onDoubleClick={(event) => {
        event.stopPropagation();
      }}
      sx={{
        width: 24,
        height: 24,
        flex: 'none',
        borderRadius: 1,
        color: 'text.secondary',
        opacity: 0,
        '@media (hover: none)': { opacity: 1 },
        '&:hover, &:focus-visible': { color: 'text.primary', bgcolor: 'action.hover' },
        '&:focus-visible': { outlineOffset: -2 },
      }}
    >
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden fill="currentColor">
        <circle cx="2.5" cy="7" r="1.3" />
        <circle cx="7" cy="7" r="1.3" />
        <circle cx="11.5" cy="7" r="1.3" />
      </svg>
    </ButtonBase>
  );
}
