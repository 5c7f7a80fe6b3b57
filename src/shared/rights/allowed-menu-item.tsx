import { ListItemText, MenuItem, Typography, type MenuItemProps } from '@mui/material';

interface AllowedMenuItemProps extends MenuItemProps {
  /** Why it does nothing for this person, as a sentence; null when it does. */
  readonly disabledReason: string | null;
}

/** An item that not everybody may choose: it stays in its place, can be reached, and says why. Its menu lets it have the focus. */
export function AllowedMenuItem({ disabledReason, children, onClick, ...item }: AllowedMenuItemProps) {
  if (disabledReason === null) {
    return (
      <MenuItem {...item} onClick={onClick}>
        {children}
      </MenuItem>
    );
  }
  return (
    <MenuItem {...item} aria-disabled sx={{ color: 'text.secondary', cursor: 'default', whiteSpace: 'normal' }}>
      <ListItemText disableTypography>
        {children}
        <Typography component="span" variant="body2" sx={{ display: 'block', maxWidth: 260 }}>
          {disabledReason}
        </Typography>
      </ListItemText>
    </MenuItem>
  );
}
