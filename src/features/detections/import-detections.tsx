import type { Answer } from '#contract/operations.ts';
import { call, callWrite } from '#src/shared/api/client.ts';
import { ImportDialog } from '#src/shared/csv/import-dialog.tsx';
import { detectionLabels, importedWords, previewLines } from './import-words.ts';

/** *Import detections*: each line is one object on a device at an instant of simulated time. */
export function ImportDetections({ onClose }: { onClose: () => void }) {
  return (
    <ImportDialog<Answer<'previewDetections'>, Answer<'importDetections'>>
      title="Import detections"
      needs="simulate"
      about={
        <>
          A CSV file with a line of headings: detected at, device, file name, path, MD5, in any order; file name or path
          may be missing. Times need their UTC offset, such as 2026-11-24T18:00Z or 2026-11-24 19:00+01:00, and lie
          ahead in simulated time. Lines of one device at one time are one detection. At most 1,000 detections at once.
        </>
      }
      labels={detectionLabels}
      operation="importDetections"
      preview={(csv, work) => call('previewDetections', { body: csv }, work)}
      write={(csv, { valid, detections }, work) =>
        callWrite('importDetections', { query: { valid, detections }, body: csv }, work)
      }
      reportLines={previewLines}
      successMessage={importedWords}
      onClose={onClose}
    />
  );
}
