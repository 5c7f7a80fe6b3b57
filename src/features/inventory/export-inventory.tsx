import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { call } from '#src/shared/api/client.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { noWindow, usePlaceGroup, useSetPlace } from '#src/shared/navigation/place.ts';
import { counted } from '#src/shared/ui/counted.ts';
import { saveFile } from '#src/shared/ui/save-file.ts';
import { Working } from '#src/shared/ui/working.tsx';

/** *Export inventory*: the devices of the group with its subgroups, in the form that the import reads. */
export function ExportInventory() {
  const groupId = usePlaceGroup();
  const setPlace = useSetPlace();
  const group = useQuery(queryOf('group', { params: { groupId } }));
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const write = useMutation({
    mutationFn: (job: string) => {
      abort.current = new AbortController();
      return call('exportInventory', { params: { groupId } }, { job, signal: abort.current.signal });
    },
    onSuccess: (csv) => {
      saveFile(`inventory-${groupId}.csv`, csv, 'text/csv');
    },
  });
  const close = () => {
    setPlace(noWindow);
  };
  const devices = group.data ? counted(group.data.deviceCount, ['device', 'devices']) : 'the devices';
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
        {write.isSuccess && (
          <Alert severity="success" role="status">
            Saved {devices} as inventory-{groupId}.csv.
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
            <Working
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
