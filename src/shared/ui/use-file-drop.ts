import { useState, type DragEvent } from 'react';

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
