import { Box, OutlinedInput, Typography } from '@mui/material';
import { useEffect, useId, useRef, useState } from 'react';
import { maxSearchLength, searchLimit } from '#contract/page.ts';
import { searchForAddress } from '#src/shared/api/search-limit.ts';
import { useShortcut } from '#src/shared/keys/use-shortcut.ts';

const typingPauseMs = 50;

interface SearchBoxProps {
  readonly label: string;
  /** The current search text. The input follows when it changes from outside, such as by Back. */
  readonly value: string;
  readonly onSearch: (text: string | undefined) => void;
}

/** A debounced search input for a list, with a message if the text is too long. */
export function SearchBox({ label, value, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const [sent, setSent] = useState(value);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const box = useRef<HTMLInputElement>(null);
  const limitId = useId();
  const tooLong = text.length > maxSearchLength;
  useShortcut('filter', () => {
    // A list behind an open window is inert.
    if (box.current?.closest('[aria-hidden=true]') === null) box.current.select();
  });
  useEffect(
    () => () => {
      clearTimeout(pause.current);
    },
    [],
  );
  if (value !== known) {
    setKnown(value);
    if (value !== sent) {
      setSent(value);
      setText(value);
    }
  }
  return (
    <Box sx={{ width: 220 }}>
      <OutlinedInput
        size="small"
        type="search"
        placeholder={label}
        inputRef={box}
        error={tooLong}
        slotProps={{ input: { 'aria-label': label, 'aria-describedby': tooLong ? limitId : undefined } }}
        value={text}
        onChange={(event) => {
          const next = event.target.value;
          setText(next);
          clearTimeout(pause.current);
          pause.current = setTimeout(() => {
            const search = searchForAddress(next);
            setSent(search);
            onSearch(search === '' ? undefined : search);
          }, typingPauseMs);
        }}
        fullWidth
      />
      <Typography id={limitId} role="status" variant="body2" color="error" sx={{ ml: 3.5 }}>
        {tooLong ? searchLimit : null}
      </Typography>
    </Box>
  );
}
