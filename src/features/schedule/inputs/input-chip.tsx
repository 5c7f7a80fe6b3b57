import { Box, Button, Popover } from '@mui/material';
import { useId, useState, type ReactNode } from 'react';

interface InputChipProps {
  readonly label: string;
  readonly value: string;
  /** What the backend said against it; null when nothing. */
  readonly error: string | null;
  /** The form that changes it; it closes the popover once it is done. */
  readonly children: (close: () => void) => ReactNode;
}

/** One input of the forecast, as it is set; pressed, it opens the form that changes it. */
export function InputChip({ label, value, error, children }: InputChipProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  const close = () => {
    setAnchor(null);
  };
  return (
    <>
      <Button
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-label={`${label}: ${value}`}
        title={value}
        {...(error === null ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-error` })}
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
        sx={{
          bgcolor: 'background.paper',
          px: 2.5,
          gap: 2,
          maxWidth: 'min(100%, 380px)',
          ...(error === null ? {} : { borderColor: 'error.main' }),
        }}
      >
        <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
          {label}
        </Box>
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {value}
        </Box>
      </Button>
      {error !== null && (
        <Box component="span" id={`${id}-error`} role="alert" sx={{ color: 'error.main' }}>
          {error}
        </Box>
      )}
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-label': label,
            sx: { p: 4, width: 400, maxWidth: 'calc(100vw - 24px)', border: 1, borderColor: 'divider', mt: 1 },
          },
        }}
      >
        {anchor !== null && children(close)}
      </Popover>
    </>
  );
}
