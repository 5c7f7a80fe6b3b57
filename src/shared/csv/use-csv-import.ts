import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { CsvReport } from '#contract/csv.ts';
import type { OperationName } from '#contract/operations.ts';
import type { WriteResult } from '#src/shared/api/client.ts';
import { ApiProblem } from '#src/shared/api/problem.ts';
import { refreshAffected } from '#src/shared/live/refresh-affected.ts';
import { useUndoable } from '#src/shared/undo/use-undoable.ts';
import { cancelJobUntilAccepted } from './cancel-job.ts';
import { readCsvFile, type ChosenCsv } from './csv-file.ts';

/** The two requests of an import, and its success message. */
export interface ImportSteps<Report extends CsvReport, Done> {
  /** The write that imports. */
  readonly operation: OperationName;
  readonly preview: (csv: Blob, work: { readonly signal: AbortSignal; readonly job: string }) => Promise<Report>;
  readonly write: (csv: Blob, report: Report, work: { readonly job: string }) => Promise<WriteResult<Done>>;
  readonly successMessage: (done: Done) => string;
}

/** The state of an import: choose a file, preview it, import it. Preview and import each run as a job. */
export function useCsvImport<Report extends CsvReport, Done>({
  operation,
  preview,
  write,
  successMessage,
}: ImportSteps<Report, Done>) {
  const queries = useQueryClient();
  const undoable = useUndoable();
  const [chosen, setChosen] = useState<ChosenCsv | null>(null);
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const looking = useMutation({
    mutationFn: ({ csv, job }: { csv: Blob; job: string }) => {
      abort.current?.abort();
      abort.current = new AbortController();
      return preview(csv, { signal: abort.current.signal, job });
    },
  });
  const previewFile = (csv: Blob) => {
    looking.mutate({ csv, job: crypto.randomUUID() });
  };
  /** The id of the running import, set at once by the click; `writing` follows with the next render. */
  const pending = useRef<string>(null);
  const writing = useMutation({
    mutationFn: ({ csv, report, job }: { csv: Blob; report: Report; job: string }) => write(csv, report, { job }),
    onSuccess: ({ value, change }) => {
      undoable({ message: successMessage(value), change });
    },
    onError: (problem, { csv }) => {
      // The data changed after the preview: preview again, beside the error.
      if (problem instanceof ApiProblem && problem.kind === 'state-forbids') previewFile(csv);
    },
    onSettled: () => {
      pending.current = null;
      return refreshAffected(queries, operation);
    },
  });

  const choose = async (files: readonly File[]) => {
    const [file] = files;
    if (!file) return;
    abort.current?.abort();
    looking.reset();
    writing.reset();
    const read: ChosenCsv =
      files.length > 1
        ? { kind: 'refused', fileName: `${String(files.length)} files`, reason: 'Import one at a time.' }
        : await readCsvFile(file);
    setChosen(read);
    if (read.kind === 'text') previewFile(read.content);
  };
  /** @returns false while an import runs: only the backend knows whether the cancellation came in time */
  const cancel = (): boolean => {
    const job = pending.current;
    if (job !== null) {
      void cancelJobUntilAccepted(job, () => pending.current === job);
      return false;
    }
    abort.current?.abort();
    looking.reset();
    setChosen(null);
    return true;
  };

  const cause = writing.error ?? looking.error;
  const busy = writing.isPending
    ? { kind: 'writing' as const, job: writing.variables.job }
    : looking.isPending
      ? { kind: 'looking' as const, job: looking.variables.job }
      : null;
  return {
    chosen,
    report: chosen?.kind === 'text' ? (looking.data ?? null) : null,
    /** The success message; null before. */
    done: writing.data ? successMessage(writing.data.value) : null,
    busy,
    error: cause && { cause, cancelled: cause instanceof ApiProblem && cause.kind === 'cancelled' },
    choose: (files: readonly File[]) => void choose(files),
    write: () => {
      if (chosen?.kind !== 'text' || !looking.data) return;
      const job = crypto.randomUUID();
      pending.current = job;
      writing.mutate({ csv: chosen.content, report: looking.data, job });
    },
    cancel,
  };
}
