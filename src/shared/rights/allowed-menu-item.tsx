import { ListItemText, MenuItem, Typography, type MenuItemProps } from '@mui/material';

interface AllowedMenuItemProps extends MenuItemProps {
  /** Why the signed-in user may not choose it, as a sentence; null if allowed. */
  readonly disabledReason: string | null;
}

/** A menu item that needs a right. Without it, the item stays focusable and shows the reason; its menu needs `disabledItemsFocusable`. */
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
