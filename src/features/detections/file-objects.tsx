import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';
import { FileDrop } from '#src/shared/ui/controls/file-drop.tsx';
import type { blankObject } from './detection-form-fields.ts';
import { md5OfFile } from './file-hash.ts';

interface Hashing {
  readonly fileName: string;
  /** The number of the file, counted from 1. */
  readonly number: number;
  readonly of: number;
  readonly percent: number;
}

/** Adds objects from files, whose MD5 is computed in the browser. */
export function FileObjects({ onObjects }: { onObjects: (objects: readonly (typeof blankObject)[]) => void }) {
  const [hashing, setHashing] = useState<Hashing | null>(null);
  const [result, setResult] = useState<{ readonly severity: 'success' | 'error'; readonly text: string } | null>(null);
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const hash = async (files: readonly File[]) => {
    abort.current?.abort();
    const control = new AbortController();
    abort.current = control;
    setResult(null);
    try {
      const objects: (typeof blankObject)[] = [];
      for (const [i, file] of files.entries()) {
        const about = { fileName: file.name, number: i + 1, of: files.length };
        setHashing({ ...about, percent: 0 });
        const onProgress = (done: number) => {
          setHashing({ ...about, percent: Math.floor((100 * done) / file.size) });
        };
        objects.push({ fileName: file.name, path: '', md5: await md5OfFile(file, onProgress, control.signal) });
      }
      onObjects(objects);
      setResult({ severity: 'success', text: `${formatCount(objects.length, ['object', 'objects'])} added.` });
    } catch (error) {
      if (control.signal.aborted) return;
      setResult({ severity: 'error', text: `The files could not be read, and none was added. ${sentenceOf(error)}` });
    } finally {
      if (abort.current === control) setHashing(null);
    }
  };

  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <FileDrop
        verb="Choose files…"
        label="Files to hash"
        multiple
        onFiles={(files) => {
          void hash(files);
        }}
      >
        or drop them here. Their hashes are computed in this browser; the files never leave it.
      </FileDrop>
      {hashing && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
          <Typography role="status" sx={{ overflowWrap: 'anywhere' }}>
            Hashing {hashing.fileName}
            {hashing.of > 1 && ` (${String(hashing.number)} of ${String(hashing.of)})`}…
          </Typography>
          <LinearProgress
            aria-label="Hashing"
            variant="determinate"
            value={hashing.percent}
            sx={{ flex: 1, minWidth: 80 }}
          />
          <Button
            onClick={() => {
              abort.current?.abort();
              setHashing(null);
            }}
          >
            Stop
          </Button>
        </Box>
      )}
      {result && (
        <Alert severity={result.severity} variant="outlined" role="status">
          {result.text}
        </Alert>
      )}
    </Box>
  );
}
