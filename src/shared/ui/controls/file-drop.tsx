import { Box, Button, Typography } from '@mui/material';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';

interface FileDropProps {
  /** The button's name: *Choose a file…* */
  readonly verb: string;
  /** Names the input that the button opens. */
  readonly label: string;
  /** The `accept` attribute of the file input. */
  readonly accept?: string;
  readonly multiple?: boolean;
  /** Called with at least one file. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** A drop target for files, with a button that opens the file dialog. */
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
          // Without this, choosing the same file again after fixing it fires no event.
          currentTarget.value = '';
        }}
      />
    </Box>
  );
}

/**
 * Makes an element a drop target for files.
 * @returns the event handlers for that element, and whether files are dragged over it
 */
export function useFileDrop(onDrop: (files: FileList) => void, disabled = false) {
  const [over, setOver] = useState(false);
  const hasFiles = (event: DragEvent) => !disabled && event.dataTransfer.types.includes('Files');
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onDrop(event.dataTransfer.files);
      },
    },
  };
}
