import { Box, Button, Paper, Portal, Snackbar } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { callWrite } from '#src/shared/api/client.ts';
import { refreshAffected } from '#src/shared/live/refresh-affected.ts';
import { useSession } from '#src/shared/rights/denial-reason.ts';
import { undoMessage } from './undo-message.ts';
import { useTopmost } from '#src/shared/ui/dialog/use-topmost.ts';
import type { UndoableChange } from './use-undoable.ts';

/** How long it stays without hover or focus, in milliseconds. */
const staysMs = 10_000;

/**
 * The last change with *Undo*, then the result of undoing it. It stays while it has hover or focus. Ctrl+Z undoes from
 * anywhere except a text field.
 */
export function UndoSnackbar({ done }: { done: UndoableChange }) {
  const user = useSession()?.user;
  // The next user of this tab may not have the right to undo it.
  const [by] = useState(user);
  const [open, setOpen] = useState(true);
  const queries = useQueryClient();
  const dismiss = useRef<HTMLButtonElement>(null);
  const place = useTopmost(open);
  const undo = useMutation({
    mutationFn: () =>
      done.change === null ? Promise.resolve(null) : callWrite('undoChange', { params: { changeId: done.change } }),
    onSettled: (undone) =>
      refreshAffected(
        queries,
        'undoChange',
        undone ? { version: undone.version, objects: undone.value.objects.map(({ kind }) => kind) } : {},
      ),
  });
  const offered = done.change !== null && undo.isIdle && user === by;
  const takeBack = () => {
    // The focused button disappears: the focus stays in the snackbar, so that the result is read out.
    dismiss.current?.focus();
    undo.mutate();
  };
  useUndoKey(open && offered ? takeBack : null);
  return (
    <Portal container={place}>
      <Box role="status" aria-label="What was done">
        <Snackbar
          key={undo.status}
          open={open}
          autoHideDuration={undo.isPending ? null : staysMs}
          transitionDuration={0}
          anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
          onClose={(_, reason) => {
            if (reason === 'timeout') setOpen(false);
          }}
        >
          <Paper
            elevation={8}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 2,
              pl: 4,
              pr: 2,
              py: 2,
              maxWidth: 'min(640px, calc(100vw - 32px))',
              borderRadius: '8px',
              border: 1,
              borderColor: undo.isError ? 'error.main' : 'vesper.strongLine',
            }}
          >
            <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere', pr: 2 }}>{undoMessage(done.message, undo)}</Box>
            {offered && (
              <Button
                variant="contained"
                color="primary"
                aria-keyshortcuts="Control+Z"
                title="Ctrl+Z"
                onClick={takeBack}
              >
                Undo
              </Button>
            )}
            <Button
              ref={dismiss}
              variant="text"
              onClick={() => {
                setOpen(false);
              }}
            >
              Dismiss
            </Button>
          </Paper>
        </Snackbar>
      </Box>
    </Portal>
  );
}

/** Ctrl+Z, or ⌘Z, except in a text field, where it undoes typing. */
function useUndoKey(undo: (() => void) | null) {
  const latest = useRef(undo);
  useEffect(() => {
    latest.current = undo;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, shiftKey, target } = event;
      if (key.toLowerCase() !== 'z' || !(ctrlKey || metaKey) || shiftKey || !latest.current) return;
      if (target instanceof Element && target.matches('input, textarea, [contenteditable]')) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, []);
}
