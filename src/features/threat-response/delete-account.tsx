import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AccountView } from '#contract/account.ts';
import { call } from '#src/shared/api/client.ts';
import { refreshAffected } from '#src/shared/live/refresh-affected.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { describeDeletion } from './account-text.ts';

/** Asks before the special account is deleted, and says what follows. It is deleted at once, not with Apply. */
export function DeleteAccount({ account, onClose }: { account: AccountView; onClose: () => void }) {
  const queries = useQueryClient();
  // How many use it is read as it is asked: the settings behind are not refreshed for that.
  const { data: counted = account } = useQuery(queryOf('account'));
  const remove = useMutation({
    mutationFn: () => call('deleteAccount'),
    onSuccess: () => {
      void refreshAffected(queries, 'deleteAccount');
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby="delete-account-title" fullWidth maxWidth="xs">
      <DialogTitle variant="h2" id="delete-account-title">
        Delete the special account?
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography>{describeDeletion(counted)}</Typography>
        <Typography>
          No detection creates a task until an account is created again and its new password is set. Tasks that exist
          stay. This happens at once and cannot be undone.
        </Typography>
        {remove.error && <Alert severity="error">{sentenceOf(remove.error)}</Alert>}
      </DialogContent>
      <DialogActions sx={{ px: 6, pb: 4 }}>
        <Button
          variant="contained"
          color="error"
          disabled={remove.isPending}
          onClick={() => {
            remove.mutate();
          }}
        >
          Delete account
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  );
}
