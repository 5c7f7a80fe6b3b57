import {
  Alert,
  Button,
  DialogActions,
  DialogContent,
  DialogTitle,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { queryOf } from '#src/shared/api/queries.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { downloadFile } from '#src/shared/ui/download-file.ts';
import { TopDialog } from '#src/shared/ui/dialog/top-dialog.tsx';
import { faultWords } from './damaged-words.ts';

/** *Stored records that could not be read*: the errors, the replacements, and a download. */
export function DamagedRecords({ onClose }: { onClose: () => void }) {
  const id = useId();
  const { data, error } = useQuery({ ...queryOf('damagedRecords'), staleTime: Infinity });
  return (
    <TopDialog onClose={onClose} maxWidth="md" fullWidth aria-labelledby={id}>
      <DialogTitle variant="h2" id={id}>
        Stored records that could not be read
      </DialogTitle>
      <DialogContent dividers sx={{ px: 6 }}>
        <Typography sx={{ mb: 3 }}>
          Nothing was deleted: each record stays in the storage of this browser as it is until it is saved again or the
          demo data are reset. Download them for support.
        </Typography>
        {error && <Alert severity="error">{sentenceOf(error)}</Alert>}
        {data && (
          <Table size="small" aria-labelledby={id}>
            <TableHead>
              <TableRow>
                <TableCell>Record</TableCell>
                <TableCell>What is wrong</TableCell>
                <TableCell>Instead</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {data.records.map((record, i) => (
                <TableRow key={i} sx={{ verticalAlign: 'top' }}>
                  <TableCell component="th" scope="row">
                    {record.what.charAt(0).toUpperCase() + record.what.slice(1)}
                  </TableCell>
                  <TableCell>
                    {faultWords(record).map((words) => (
                      <div key={words}>{words}</div>
                    ))}
                  </TableCell>
                  <TableCell>{record.instead}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 6, py: 3 }}>
        <Button
          disabled={!data}
          onClick={() => {
            if (data) downloadFile('damaged-records.json', JSON.stringify(data.records, null, 2), 'application/json');
          }}
        >
          Download (JSON)
        </Button>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </TopDialog>
  );
}
