import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { GroupId } from '#domain/ids.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { startGroup } from './queries.ts';
import { runsWords, startedWords } from './run-words.ts';

interface StartAllQuestionProps {
  readonly groupId: GroupId;
  readonly startable: number;
  /** Called with what was done in words, or with null when nothing was. */
  readonly onClose: (sentence: string | null) => void;
}

/** Asks before every run of a group is started: it may be many, and in working hours. */
export function StartAllQuestion({ groupId, startable, onClose }: StartAllQuestionProps) {
  const start = useMutation(startGroup(useQueryClient()));
  const close = () => {
    onClose(null);
  };
  return (
    <Dialog open onClose={close} aria-labelledby="start-all-title">
      <DialogTitle id="start-all-title" variant="h1" component="h2">
        Start {runsWords(startable)} now?
      </DialogTitle>
      <DialogContent>
        <Typography>
          Every run on the devices of this group and its subgroups that has not started, and whose device can be
          reached, starts at once, whatever its window says.
        </Typography>
        {start.error && (
          <Alert severity="error" variant="outlined" sx={{ mt: 3 }}>
            Nothing was started. {sentenceOf(start.error)}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>Cancel</Button>
        <Button
          variant="contained"
          color="primary"
          disabled={startable === 0}
          loading={start.isPending}
          onClick={() => {
            start.mutate(groupId, {
              onSuccess: (answer) => {
                onClose(startedWords(answer));
              },
            });
          }}
        >
          Start {runsWords(startable)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
