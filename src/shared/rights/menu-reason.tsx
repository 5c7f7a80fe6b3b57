import { ListSubheader } from '@mui/material';

/** Why the items below it that have this id in `aria-describedby` do nothing for the person signed in: once, above them all. */
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

// The highlight of a menu that opens passes it over, as it does every heading.
MenuReason.muiSkipListHighlight = true;
