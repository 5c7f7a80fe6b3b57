import { Alert, Box, Button } from '@mui/material';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useTopmost } from '#src/shared/ui/dialog/use-topmost.ts';

type Load = () => Promise<unknown>;

/** How to load each part that is wanted on the screen and could not be loaded. */
const missing = new Set<Load>();
const watching = new Set<() => void>();

const tell = () => {
  for (const told of watching) told();
};

function watch(told: () => void) {
  watching.add(told);
  return () => watching.delete(told);
}

/**
 * Stands for a part of the screen that could not be loaded: because there is no network, or because a newer version of the
 * console has other files. It tries once more; then the last of them says so for all, with the ways on.
 */
export function LoadFailed({ load }: { load: Load }) {
  // The same part may be wanted in several places, each of which comes and goes by itself.
  const [mine] = useState(() => () => load());
  useEffect(() => {
    let wanted = true;
    mine().catch(() => {
      if (!wanted) return;
      missing.add(mine);
      tell();
    });
    return () => {
      wanted = false;
      missing.delete(mine);
      tell();
    };
  }, [mine]);
  return useSyncExternalStore(watch, () => [...missing].at(-1)) === mine ? <CouldNotLoad /> : null;
}

function CouldNotLoad() {
  const place = useTopmost(true);
  const [trying, setTrying] = useState(false);
  const tryAgain = async () => {
    setTrying(true);
    await Promise.allSettled([...missing].map((load) => load()));
    setTrying(false);
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
        <Button disabled={trying} onClick={() => void tryAgain()}>
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
    place,
  );
}
