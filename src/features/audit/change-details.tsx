import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import type { ChangeView } from '#contract/changes.ts';
import { rightsToUndo } from '#contract/rights.ts';
import { HistoryDialog } from '#src/features/history/history-dialog.tsx';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { dateTimeIn, viewerZone } from '#src/shared/time/format.ts';
import { lineWords } from './change-words.ts';
import { ChangedObject, historyKey, versionedObject } from './changed-object.tsx';

interface ChangeDetailsProps {
  readonly change: ChangeView;
  /** The `historyKey` of the object whose history is open. */
  readonly history: string | undefined;
  readonly onHistory: (history: string | undefined) => void;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** One entry of the audit log: its objects with links, and all old and new values. */
export function ChangeDetails({ change, history, onHistory, onUndo, onClose }: ChangeDetailsProps) {
  const { action, at, by, objects, lines, undoable } = change;
  const denied = useDenialReason(...rightsToUndo(change));
  const historyObject = objects.find((object) => historyKey(object) === history);
  const versioned = historyObject && versionedObject(historyObject);
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="change-title">
      <DialogTitle component="div" sx={{ px: 5 }}>
        <Typography variant="h2" id="change-title">
          {action}
        </Typography>
        <Typography color="textSecondary">
          {by} · {dateTimeIn(viewerZone(), at)} in {viewerZone()}
        </Typography>
      </DialogTitle>
      <DialogContent dividers sx={{ px: 5, display: 'grid', gap: 4 }}>
        {objects.map((object) => (
          <Box key={`${object.kind}/${object.id}`}>
            <ChangedObject object={object} onHistory={onHistory} />
            <Lines lines={lines.filter((line) => objects.length === 1 || line.object === object.name)} />
          </Box>
        ))}
        {objects.length !== 1 && (
          <Lines lines={lines.filter((line) => !objects.some(({ name }) => name === line.object))} />
        )}
      </DialogContent>
      <DialogActions sx={{ px: 5, py: 3 }}>
        {undoable ? (
          <AllowedButton disabledReason={denied} onClick={onUndo}>
            Undo
          </AllowedButton>
        ) : (
          <Typography variant="body2" color="textSecondary">
            This cannot be taken back.
          </Typography>
        )}
        <Button variant="contained" color="primary" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
      {versioned && (
        <HistoryDialog
          object={versioned}
          name={historyObject.name}
          onClose={() => {
            onHistory(undefined);
          }}
        />
      )}
    </Dialog>
  );
}

function Lines({ lines }: { lines: ChangeView['lines'] }) {
  if (lines.length === 0) return null;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {lines.map((line) => (
        <Typography component="li" key={`${line.object}/${line.setting}`} sx={{ overflowWrap: 'anywhere' }}>
          {lineWords(line)}
        </Typography>
      ))}
    </Box>
  );
}
