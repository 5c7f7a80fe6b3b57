import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import type { PolicyFile } from '#contract/policy-file.ts';
import type { FieldError } from '#contract/problem.ts';
import type { GroupId } from '#domain/ids.ts';
import { useEffects } from '#src/features/effects/effects.tsx';
import { callWrite } from '#src/shared/api/client.ts';
import { ConfirmDialog } from '#src/shared/ui/dialog/confirm-dialog.tsx';
import { arrivalText } from './policy-actions.ts';
import { fileLines, type ReadFile } from './policy-file.ts';
import { pendingReason, usePolicyWrite } from './use-policy-write.ts';

interface ImportPolicyDialogProps {
  readonly groupId: GroupId;
  readonly groupName: string;
  readonly fileName: string;
  readonly read: ReadFile;
  readonly onClose: () => void;
}

/** Confirms importing a policy file with its content, or shows why it is invalid. */
export function ImportPolicyDialog({ read, ...rest }: ImportPolicyDialogProps) {
  if (read.kind === 'refused') return <RefusedFile {...rest} reasons={read.reasons} />;
  return <ConfirmImport {...rest} file={read.file} />;
}

type ConfirmImportProps = Omit<ImportPolicyDialogProps, 'read'> & { readonly file: PolicyFile };

function ConfirmImport({ groupId, groupName, fileName, file, onClose }: ConfirmImportProps) {
  const params = { groupId };
  const effects = useEffects({ operation: 'importPolicy', params, query: {}, body: file });
  const write = usePolicyWrite({
    operation: 'importPolicy',
    write: () => callWrite('importPolicy', { params, body: file }),
    successMessage: ({ name }) => `Policy “${name}” imported into ${groupName}. It is inactive.`,
    onDone: onClose,
  });
  return (
    <ConfirmDialog
      title={`Import “${file.name}” into ${groupName}?`}
      rights={['manage-policies']}
      confirmLabel="Import"
      blockedReason={pendingReason(effects)}
      busy={write.isPending}
      error={write.error}
      failurePrefix="Nothing was imported."
      onConfirm={() => {
        write.mutate();
      }}
      onClose={onClose}
    >
      <Typography>The file {fileName} holds:</Typography>
      <Box component="ul" aria-label="Settings in the file" sx={{ m: 0, pl: 5, color: 'text.secondary' }}>
        {fileLines(file).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Box>
      <Typography>
        It arrives inactive: no device obeys it until it is made active.{' '}
        {effects?.effects && arrivalText(effects.effects.lines, file.name)}
      </Typography>
    </ConfirmDialog>
  );
}

function RefusedFile({
  fileName,
  reasons,
  onClose,
}: {
  fileName: string;
  reasons: readonly FieldError[];
  onClose: () => void;
}) {
  return (
    <Dialog open onClose={onClose} aria-labelledby="refused-title" fullWidth maxWidth="sm">
      <DialogTitle variant="h2" id="refused-title" sx={{ overflowWrap: 'anywhere' }}>
        {fileName} cannot be imported
      </DialogTitle>
      <DialogContent sx={{ overflowWrap: 'anywhere' }}>
        Nothing was imported.
        <Box component="ul" aria-label="Reasons" sx={{ pl: 5, mb: 0 }}>
          {reasons.map(({ path, message }) => (
            <li key={path + message}>{path === '' ? message : `${path}: ${message}`}</li>
          ))}
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 6, pb: 4 }}>
        <Button variant="contained" color="primary" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}
