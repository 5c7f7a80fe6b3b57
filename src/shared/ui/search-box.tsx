import { OutlinedInput } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useShortcut } from '#src/shared/keys/use-shortcut.ts';

/** A pause in typing after which the list is asked for, in milliseconds. */
const typingPauseMs = 50;

interface SearchBoxProps {
  readonly label: string;
  /** The text that is searched for now; when it changes from elsewhere, as by Back, the box follows. */
  readonly value: string;
  readonly onSearch: (text: string | undefined) => void;
}

/** A box to search a list by; it asks once typing pauses. */
export function SearchBox({ label, value, onSearch }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const [sent, setSent] = useState(value);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const box = useRef<HTMLInputElement>(null);
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
    <OutlinedInput
      size="small"
      type="search"
      placeholder={label}
      inputRef={box}
      slotProps={{ input: { 'aria-label': label } }}
      value={text}
      onChange={(event) => {
        const next = event.target.value;
        setText(next);
        clearTimeout(pause.current);
        pause.current = setTimeout(() => {
          setSent(next);
          onSearch(next === '' ? undefined : next);
        }, typingPauseMs);
      }}
      sx={{ width: 220 }}
    />
  );
}
