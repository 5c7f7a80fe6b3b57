import { Box, Button, Typography } from '@mui/material';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';

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

/**
 * Lets files be dropped on a part of the page: what to put on that part, and whether files are held over it.
 * @param disabled true while nothing may be dropped
 */
export function useFileDrop(onDrop: (files: FileList) => void, disabled = false) {
  const [over, setOver] = useState(false);
  const holdsFiles = (event: DragEvent) => !disabled && event.dataTransfer.types.includes('Files');
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: ({ currentTarget, relatedTarget }: DragEvent) => {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onDrop(event.dataTransfer.files);
      },
    },
  };
}
