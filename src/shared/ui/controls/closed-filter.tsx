import { Box, FormControl, InputLabel, OutlinedInput } from '@mui/material';
import { useId } from 'react';

interface FilterPlaceholderProps {
  readonly label: string;
  readonly words: string;
  readonly onReach: () => void;
  readonly onOpen: () => void;
  readonly onFocusChange: (has: boolean) => void;
}

const opening = new Set(['ArrowDown', 'ArrowUp', 'Enter', ' ']);

/** Looks like a closed select while the code of the real one loads, and opens that once it is there. */
export function FilterPlaceholder({ label, words, onReach, onOpen, onFocusChange }: FilterPlaceholderProps) {
  const id = useId();
  const open = () => {
    onReach();
    onOpen();
  };
  return (
    <FormControl size="small" sx={{ width: 150 }}>
      <InputLabel shrink htmlFor={id}>
        {label}
      </InputLabel>
      <OutlinedInput
        id={id}
        label={label}
        notched
        readOnly
        value={words}
        endAdornment={<Arrow />}
        slotProps={{ input: { role: 'combobox', 'aria-haspopup': 'listbox', 'aria-expanded': false } }}
        onPointerEnter={onReach}
        onMouseDown={open}
        onKeyDown={(event) => {
          if (opening.has(event.key)) open();
        }}
        onFocus={() => {
          onReach();
          onFocusChange(true);
        }}
        onBlur={() => {
          onFocusChange(false);
        }}
        sx={{ pr: 0, '& input': { cursor: 'pointer', pr: 8, textOverflow: 'ellipsis' } }}
      />
    </FormControl>
  );
}

const Arrow = () => (
  <Box
    component="svg"
    viewBox="0 0 24 24"
    aria-hidden
    sx={{
      position: 'absolute',
      right: 7,
      width: '1.393rem',
      height: '1.393rem',
      color: 'action.active',
      pointerEvents: 'none',
    }}
  >
    <path d="M7 10l5 5 5-5z" fill="currentColor" />
  </Box>
);
