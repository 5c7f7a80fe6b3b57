import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { CsvReport } from '#contract/csv.ts';
import type { Right } from '#contract/rights.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';
import { FileDrop } from '#src/shared/ui/controls/file-drop.tsx';
import { JobProgress } from '#src/shared/ui/feedback/job-progress.tsx';
import { ImportReport } from './import-report.tsx';
import type { FieldLabels } from './report-words.ts';
import { useCsvImport, type ImportSteps } from './use-csv-import.ts';

interface ImportDialogProps<Report extends CsvReport, Done> extends ImportSteps<Report, Done> {
  readonly title: string;
  /** The right required to import; the preview needs none. */
  readonly needs: Right;
  /** Describes the file format. */
  readonly about: ReactNode;
  readonly labels: FieldLabels;
  readonly reportLines: (report: Report) => readonly string[];
  readonly onClose: () => void;
}

/**
 * Imports a CSV file: choose or drop it, preview it, then import all valid rows in one change. A long preview or import can
 * be cancelled and then changes nothing.
 */
export function ImportDialog<Report extends CsvReport, Done>(props: ImportDialogProps<Report, Done>) {
  const { title, needs, about, labels, reportLines, onClose } = props;
  const { chosen, report, done, busy, error, choose, write, cancel } = useCsvImport(props);
  const denied = useDenialReason(needs);
  const close = () => {
    if (cancel()) onClose();
  };
  return (
    <Dialog
      open
      onClose={close}
      maxWidth={false}
      aria-labelledby="import-title"
      slotProps={{ paper: { sx: { width: 900, m: { xs: 2, sm: 8 } } } }}
    >
      <DialogTitle variant="h2" id="import-title" sx={{ px: 5 }}>
        {title}
      </DialogTitle>
      <DialogContent dividers sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 4, px: 5 }}>
        {done === null ? (
          <>
            <Typography component="div" color="textSecondary">
              {about}
            </Typography>
            <FileDrop
              verb={chosen === null ? 'Choose a file…' : 'Choose another file…'}
              label="CSV file"
              accept=".csv,.tsv,.txt,text/csv"
              onFiles={choose}
            >
              {chosen === null ? 'or drop it here.' : chosen.fileName}
            </FileDrop>
            {chosen?.kind === 'refused' && (
              <Alert severity="error" variant="outlined">
                {chosen.fileName} cannot be imported. {chosen.reason}
              </Alert>
            )}
            {error !== null && (
              <Alert severity={error.cancelled ? 'info' : 'error'} variant="outlined" sx={{ overflowWrap: 'anywhere' }}>
                {sentenceOf(error.cause)}
              </Alert>
            )}
            {report && <ImportReport report={report} labels={labels} lines={reportLines(report)} />}
          </>
        ) : (
          <Alert severity="success" role="status">
            {done}
          </Alert>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 5, py: 3, minHeight: 64 }}>
        {busy !== null && (
          <div style={{ flex: 1 }}>
            <JobProgress key={busy.job} job={busy.job} what={busyTexts[busy.kind]} onCancel={cancel} />
          </div>
        )}
        {busy === null && report && report.valid > 0 && done === null && (
          <AllowedButton disabledReason={denied} variant="contained" color="primary" onClick={write}>
            Import {formatCount(report.valid, ['valid row', 'valid rows'])}
          </AllowedButton>
        )}
        {busy === null && <Button onClick={close}>{done === null ? 'Cancel' : 'Close'}</Button>}
      </DialogActions>
    </Dialog>
  );
}

const busyTexts = { looking: 'Looking at the file', writing: 'Importing' } as const;
