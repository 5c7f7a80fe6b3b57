import { Box, OutlinedInput, Typography } from '@mui/material';
import { useEffect, useId, useRef, useState } from 'react';
import { maxSearchLength, searchLimit } from '#contract/page.ts';
import { searchForAddress } from '#src/shared/api/search-limit.ts';
import { useShortcut } from '#src/shared/keys/use-shortcut.ts';

/** A pause in typing after which the list is asked for, in milliseconds. */
const typingPauseMs = 50;

interface SearchBoxProps {
  readonly label: string;
  /** The text that is searched for now; when it changes from elsewhere, as by Back, the box follows. */
  readonly value: string;
  readonly onSearch: (text: string | undefined) => void;
}

/** A box to search a list by; it asks once typing pauses, and says below it when the text is too long. */
export function SearchBox({ label, value, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const [sent, setSent] = useState(value);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const box = useRef<HTMLInputElement>(null);
  const limitId = useId();
  const tooLong = text.length > maxSearchLength;
  useShortcut('filter', () => {
    // A list behind an open window is out of reach.
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
            const asked = searchForAddress(next);
            setSent(asked);
            onSearch(asked === '' ? undefined : asked);
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
