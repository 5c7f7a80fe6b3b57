import { Box, Popover, Typography } from '@mui/material';
import { useState } from 'react';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';

interface UnsavedListProps {
  readonly changes: readonly string[];
  /** Why the input is invalid; null if valid. */
  readonly invalid: string | null;
}

/** The unsaved changes on one truncated line, which opens a popover with the full list. */
export function UnsavedList({ changes, invalid }: UnsavedListProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const saved = changes.length === 0;
  return (
    <Box
      sx={{
        minWidth: 0,
        minHeight: 24,
        display: 'flex',
        gap: 2,
        alignItems: 'center',
      }}
    >
      <Typography role="status" sx={{ color: invalid === null ? 'text.secondary' : 'error.main' }} noWrap>
        {saved ? 'Everything is saved' : `${changes.length.toLocaleString('en')} unsaved`}
        {invalid !== null && ` · ${invalid}`}
      </Typography>
      {!saved && (
        <Box sx={{ minWidth: 0, display: 'flex', '& > button': { minWidth: 0 } }}>
          <TextButton
            aria-haspopup="dialog"
            onClick={(event) => {
              setAnchor(event.currentTarget);
            }}
          >
            <Typography component="span" noWrap>
              {changes.join('; ')}
            </Typography>
          </TextButton>
        </Box>
      )}
      {anchor !== null && !saved && (
        <Popover
          open
          anchorEl={anchor}
          onClose={() => {
            setAnchor(null);
          }}
          anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
          transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
          slotProps={{ paper: { role: 'dialog', 'aria-label': 'Unsaved changes', sx: { p: 4, maxWidth: 640 } } }}
        >
          {changes.map((change) => (
            <Typography key={change}>{change}</Typography>
          ))}
        </Popover>
      )}
    </Box>
  );
}
