import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { call } from '#src/shared/api/client.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { fileExtension, separatorKey, parseSeparator } from '#src/shared/csv/separator-preference.ts';
import { SeparatorChoice } from '#src/shared/csv/separator-choice.tsx';
import { closedWindowParams, useRouteGroup, useSetSearchParams } from '#src/shared/navigation/route-location.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';
import { useLocalStorage } from '#src/shared/ui/use-local-storage.ts';
import { downloadFile } from '#src/shared/ui/download-file.ts';
import { JobProgress } from '#src/shared/ui/feedback/job-progress.tsx';

/** *Export inventory*: the devices of the group with its subgroups, in the form that the import reads. */
export function ExportInventory() {
  const groupId = useRouteGroup();
  const setPlace = useSetSearchParams();
  const group = useQuery(queryOf('group', { params: { groupId } }));
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const [choice] = useLocalStorage<string>(separatorKey, 'comma');
  const separator = parseSeparator(choice);
  const fileName = `inventory-${groupId}.${fileExtension(separator)}`;
  const write = useMutation({
    mutationFn: async (job: string) => {
      abort.current = new AbortController();
      const { signal } = abort.current;
      const file = await call('exportInventory', { params: { groupId }, query: { separator } }, { job, signal });
      downloadFile(fileName, file, 'text/csv');
      return fileName;
    },
  });
  const close = () => {
    setPlace(closedWindowParams);
  };
  const devices = group.data ? formatCount(group.data.deviceCount, ['device', 'devices']) : 'the devices';
  return (
    <Dialog open onClose={close} aria-labelledby="export-title" fullWidth maxWidth="sm">
      <DialogTitle variant="h2" id="export-title">
        Export inventory
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 3, overflowWrap: 'anywhere' }}>
        <Typography>
          {group.data ? `${group.data.name} and its subgroups: ${devices}.` : ' '} The file has one line for each device
          with its group path. It can be edited, and imported again.
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3 }}>
          Separator <SeparatorChoice label="Separator" />
        </Box>
        {write.isSuccess && (
          <Alert severity="success" role="status">
            Saved {devices} as {write.data}.
          </Alert>
        )}
        {write.isError && (
          <Alert severity="error" variant="outlined">
            Nothing was saved. {sentenceOf(write.error)}
          </Alert>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 6, pb: 4, minHeight: 56 }}>
        {write.isPending ? (
          <div style={{ flex: 1 }}>
            <JobProgress
              job={write.variables}
              what="Exporting"
              onCancel={() => {
                abort.current?.abort();
                write.reset();
              }}
            />
          </div>
        ) : (
          <>
            <Button
              variant="contained"
              color="primary"
              onClick={() => {
                write.mutate(crypto.randomUUID());
              }}
            >
              Export {devices}
            </Button>
            <Button onClick={close}>{write.isSuccess ? 'Close' : 'Cancel'}</Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  );
}
