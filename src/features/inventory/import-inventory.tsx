import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useState } from 'react';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { closedWindowParams, useSetSearchParams } from '#src/shared/navigation/route-location.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';
import { downloadFile } from '#src/shared/ui/download-file.ts';
import { JobProgress } from '#src/shared/ui/feedback/job-progress.tsx';
import { ReviewStep } from './review-step.tsx';
import { openFile, type OpenedFile } from './import-source.ts';
import { ImportSteps, importSteps, type ImportStep } from './import-steps.tsx';
import { MappingStep } from './mapping-step.tsx';
import { FileStep } from './file-step.tsx';
import { useInventoryImport } from './use-inventory-import.ts';

const headings: Readonly<Record<ImportStep, string>> = {
  Read: 'How the file is read',
  Map: 'What its columns and values mean',
  Check: 'What the import does',
};

/** Whoever reads with a screen reader begins at the heading of the step. */
const focus = (heading: HTMLElement | null) => heading?.focus();

/**
 * *Import inventory*: a list of devices is read, its columns are mapped, and what each row would do is checked, before
 * every valid row of it is imported, or nothing.
 */
export function ImportInventory() {
  const setPlace = useSetSearchParams();
  const { file, preview, done, busy, error, read, choose, look, rejected, write, forget, cancel } =
    useInventoryImport();
  const [step, setStep] = useState<ImportStep>('Read');
  const [wasElsewhere, setWasElsewhere] = useState(false);
  const [refused, setRefused] = useState<Extract<OpenedFile, { kind: 'refused' }> | null>(null);
  const [opening, setOpening] = useState(false);
  const whyNot = useDenialReason('manage-devices');

  const isMapped = file?.form.mapping.name !== undefined;
  const open = importSteps.filter((one) => one === 'Read' || (file && !refused && (one === 'Map' || isMapped)));
  const go = (next: ImportStep) => {
    setWasElsewhere(true);
    setStep(next);
    if (next === 'Check' && !preview) look();
  };
  const close = () => {
    if (cancel()) setPlace(closedWindowParams);
  };
  const chooseFiles = async (files: readonly File[]) => {
    const [only] = files;
    if (!only) return;
    forget();
    setOpening(true);
    const opened: OpenedFile =
      files.length > 1
        ? { kind: 'refused', fileName: `${String(files.length)} files`, reason: 'Import one at a time.' }
        : await openFile(only);
    setOpening(false);
    setRefused(opened.kind === 'refused' ? opened : null);
    if (opened.kind === 'source') read(opened.source, null);
  };
  const download = async () => {
    const csv = await rejected();
    if (csv && file) downloadFile(`${file.source.fileName.replace(/\.[^.]*$/, '')}-rejected.csv`, csv, 'text/csv');
  };
  const next = importSteps[importSteps.indexOf(step) + 1];
  const back = importSteps[importSteps.indexOf(step) - 1];
  return (
    <Dialog
      open
      onClose={close}
      maxWidth={false}
      aria-labelledby="import-title"
      slotProps={{ paper: { sx: { width: 960, m: { xs: 2, sm: 8 } } } }}
    >
      <DialogTitle variant="h2" id="import-title" sx={{ px: 5 }}>
        Import inventory
      </DialogTitle>
      <DialogContent
        dividers
        sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gridAutoRows: 'max-content', gap: 4, px: 5 }}
      >
        {done !== null ? (
          <Alert severity="success" role="status">
            {done}
          </Alert>
        ) : (
          <>
            <ImportSteps current={step} open={open} onStep={go} />
            <Typography
              key={step}
              variant="h3"
              component="h3"
              tabIndex={-1}
              ref={wasElsewhere ? focus : undefined}
              sx={{ outline: 0 }}
            >
              {headings[step]}
            </Typography>
            {step === 'Read' && (
              <FileStep file={file} error={refused} onFiles={(files) => void chooseFiles(files)} onRead={read} />
            )}
            {step === 'Map' && file && <MappingStep file={file} onRead={read} onChoose={choose} />}
            {step === 'Check' && <ReviewStep preview={preview} onLook={look} onRejected={() => void download()} />}
            {error !== null && (
              <Alert
                severity={error.isCancelled ? 'info' : 'error'}
                variant="outlined"
                sx={{ overflowWrap: 'anywhere' }}
              >
                {sentenceOf(error.cause)}
              </Alert>
            )}
          </>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 5, py: 3, minHeight: 64 }}>
        {opening && <Typography sx={{ flex: 1 }}>Opening the file…</Typography>}
        {busy !== null && (
          <div style={{ flex: 1 }}>
            <JobProgress key={busy.job} job={busy.job} what={busy.what} onCancel={cancel} />
          </div>
        )}
        {busy === null && done === null && (
          <>
            {back !== undefined && (
              <Button
                onClick={() => {
                  go(back);
                }}
                sx={{ mr: 'auto' }}
              >
                Back
              </Button>
            )}
            {next !== undefined && open.includes(next) && (
              <Button
                variant="contained"
                color="primary"
                onClick={() => {
                  go(next);
                }}
              >
                Next: {next}
              </Button>
            )}
            {step === 'Check' && preview && preview.answer.valid > 0 && (
              <AllowedButton disabledReason={whyNot} variant="contained" color="primary" onClick={write}>
                Import {formatCount(preview.answer.valid, ['valid row', 'valid rows'])}
              </AllowedButton>
            )}
          </>
        )}
        {busy === null && <Button onClick={close}>{done === null ? 'Cancel' : 'Close'}</Button>}
      </DialogActions>
    </Dialog>
  );
}
