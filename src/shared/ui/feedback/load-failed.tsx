import { Alert, Box, Button } from '@mui/material';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useTopmost } from '#src/shared/ui/dialog/use-topmost.ts';

type Load = () => Promise<unknown>;

/** The loaders of all mounted components that failed to load. */
const failed = new Set<Load>();
const listeners = new Set<() => void>();

const notify = () => {
  for (const listener of listeners) listener();
};

function watch(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Replaces a lazy component that failed to load: no network, or a newer version of the console has other files. It retries
 * once; then the last failed component shows one message for all of them, with *Try again* and *Reload*.
 */
export function LoadFailed({ load }: { load: Load }) {
  // One identity per mounted component: the same component may be failed in several places.
  const [loader] = useState(() => () => load());
  useEffect(() => {
    let mounted = true;
    loader().catch(() => {
      if (!mounted) return;
      failed.add(loader);
      notify();
    });
    return () => {
      mounted = false;
      failed.delete(loader);
      notify();
    };
  }, [loader]);
  return useSyncExternalStore(watch, () => [...failed].at(-1)) === loader ? <CouldNotLoad /> : null;
}

function CouldNotLoad() {
  const container = useTopmost(true);
  const [retrying, setRetrying] = useState(false);
  const retryAll = async () => {
    setRetrying(true);
    await Promise.allSettled([...failed].map((load) => load()));
    setRetrying(false);
  };
  return createPortal(
    <Alert
      severity="error"
      sx={{
        position: 'fixed',
        bottom: 16,
        left: 16,
        zIndex: 'snackbar',
        maxWidth: 'min(440px, calc(100vw - 32px))',
        border: 1,
        borderColor: 'error.main',
      }}
    >
      A part of this screen could not be loaded. Check the connection and try again. If a newer version of Vesper was
      installed, reload: unsaved edits are kept.
      <Box sx={{ display: 'flex', gap: 2, mt: 2, mb: 1 }}>
        <Button disabled={retrying} onClick={() => void retryAll()}>
          Try again
        </Button>
        <Button
          onClick={() => {
            window.location.reload();
          }}
        >
          Reload
        </Button>
      </Box>
    </Alert>,
    container,
  );
}
