import { ListSubheader } from '@mui/material';

/** The reason why items below it are disabled, shown once; those items refer to its id in `aria-describedby`. */
export function MenuReason({ id, children }: { id: string; children: string }) {
  return (
    <ListSubheader
      id={id}
      role="presentation"
      sx={{
        maxWidth: 280,
        py: 1.5,
        lineHeight: 1.5,
        typography: 'body2',
        color: 'text.secondary',
        bgcolor: 'transparent',
      }}
    >
      {children}
    </ListSubheader>
  );
}

// MUI must not focus it when the menu opens.
MenuReason.muiSkipListHighlight = true;
