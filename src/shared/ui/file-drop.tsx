import { Box, Button, Typography } from '@mui/material';
import { useRef, type ReactNode } from 'react';
import { useFileDrop } from './use-file-drop.ts';

interface FileDropProps {
  /** The button's name: *Choose a file…* */
  readonly verb: string;
  /** Names the input that the button opens. */
  readonly label: string;
  /** Endings and types that the browser's own dialog offers first. */
  readonly accept?: string;
  readonly multiple?: boolean;
  /** Never called with none. */
  readonly onFiles: (files: readonly File[]) => void;
  /** What stands beside the button. */
  readonly children: ReactNode;
}

/** A place to drop files, with a button that does the same without a mouse. */
export function FileDrop({ verb, label, accept, multiple = false, onFiles, children }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    if (files && files.length > 0) onFiles([...files]);
  };
  const { over, handlers } = useFileDrop(take);
  return (
    <Box
      role="group"
      aria-label={label}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 3,
        p: 3,
        borderRadius: '8px',
        border: '1px dashed',
        borderColor: over ? 'primary.main' : 'vesper.strongLine',
        bgcolor: over ? 'action.hover' : 'transparent',
      }}
      {...handlers}
    >
      <Button onClick={() => input.current?.click()}>{verb}</Button>
      <Typography component="div" sx={{ flex: '1 1 180px', minWidth: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        multiple={multiple}
        {...(accept === undefined ? {} : { accept })}
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          // The same file can be chosen again once it was mended.
          currentTarget.value = '';
        }}
      />
    </Box>
  );
}
