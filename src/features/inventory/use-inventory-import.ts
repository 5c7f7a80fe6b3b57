import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { InventoryReading } from '#contract/inventory-reading.ts';
import type { Answer } from '#contract/operations.ts';
import { call, callWrite } from '#src/shared/api/client.ts';
import { ApiProblem } from '#src/shared/api/problem.ts';
import { cancelJobUntilAccepted } from '#src/shared/csv/cancel-job.ts';
import { refreshAffected } from '#src/shared/live/refresh-affected.ts';
import { useUndoable } from '#src/shared/undo/use-undoable.ts';
import type { ImportSource } from './import-source.ts';
import { findSavedReading, saveReading, completeReading, type InventoryForm } from './saved-mappings.ts';
import { describeImport } from './inventory-text.ts';

export type InventoryPreview = Answer<'previewInventory'>;
export type RowOutcome = InventoryPreview['plan']['rows'][number]['outcome'];

/** A file as it is read now. */
export interface ReadFile {
  readonly source: ImportSource;
  readonly reading: InventoryReading;
  readonly form: InventoryForm;
  /** The columns and values are those with which a file of this form was imported before. */
  readonly isSavedMapping: boolean;
}

/** Which rows of the preview are in sight. */
export interface PreviewPage {
  readonly show: RowOutcome | undefined;
  readonly page: number;
}

const firstPage: PreviewPage = { show: undefined, page: 1 };

/** The requests of an import of devices: a file is read, previewed and imported. What runs now runs under the id of a job. */
export function useInventoryImport() {
  const queries = useQueryClient();
  const undoable = useUndoable();
  const [file, setFile] = useState<ReadFile | null>(null);
  const [preview, setPreview] = useState<{ readonly answer: InventoryPreview; readonly at: PreviewPage } | null>(null);
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const newSignal = () => {
    abort.current?.abort();
    abort.current = new AbortController();
    return abort.current.signal;
  };

  const looking = useMutation({
    mutationFn: ({ source, reading, job }: { source: ImportSource; reading: InventoryReading | null; job: string }) =>
      readForm(source, reading, { signal: newSignal(), job }),
    onSuccess: (read) => {
      setFile(read);
      setPreview(null);
    },
  });
  const previewing = useMutation({
    mutationFn: ({ read, at, job }: { read: ReadFile; at: PreviewPage; job: string }) =>
      call(
        'previewInventory',
        {
          query: { ...queryOf(read), page: at.page, pageSize, ...(at.show === undefined ? {} : { show: at.show }) },
          body: read.source.content,
        },
        { signal: newSignal(), job },
      ),
    onSuccess: (answer, { at }) => {
      setPreview({ answer, at });
    },
  });
  const rejecting = useMutation({
    mutationFn: ({ read, job }: { read: ReadFile; job: string }) =>
      call('rejectedInventory', { query: queryOf(read), body: read.source.content }, { signal: newSignal(), job }),
  });
  /** The import that runs, from the very click on: what is shown of it comes a moment later. */
  const pending = useRef<string>(null);
  const writing = useMutation({
    mutationFn: ({ read, counts, job }: { read: ReadFile; counts: InventoryPreview; job: string }) => {
      const { valid, created, updated, newGroups } = counts;
      return callWrite(
        'importInventory',
        { query: { ...queryOf(read), valid, created, updated, newGroups }, body: read.source.content },
        { job },
      );
    },
    onSuccess: ({ value, change }, { read }) => {
      saveReading(read.form, read.reading);
      undoable({ message: describeImport(value), change });
    },
    onError: (problem, { read }) => {
      // The fleet is another one than that which was looked at: what would be done is shown anew, beside the reason.
      if (problem instanceof ApiProblem && problem.kind === 'state-forbids') look(read, firstPage);
    },
    onSettled: () => {
      pending.current = null;
      return refreshAffected(queries, 'importInventory');
    },
  });
  const look = (read: ReadFile, at: PreviewPage) => {
    previewing.mutate({ read, at, job: crypto.randomUUID() });
  };
  const resetErrors = () => {
    for (const { reset } of [looking, previewing, rejecting, writing]) reset();
  };

  const runs = [
    { what: 'Importing', run: writing },
    { what: 'Reading the file', run: looking },
    { what: 'Comparing with the fleet', run: previewing },
    { what: 'Collecting rejected rows', run: rejecting },
  ] as const;
  const busy = runs.find(({ run }) => run.isPending);
  const cause = writing.error ?? previewing.error ?? looking.error ?? rejecting.error;
  return {
    file,
    preview,
    /** What was done, as a sentence; null until then. */
    done: writing.data ? describeImport(writing.data.value) : null,
    busy: busy?.run.variables ? { what: busy.what, job: busy.run.variables.job } : null,
    error: cause && { cause, isCancelled: cause instanceof ApiProblem && cause.kind === 'cancelled' },
    /** Reads a source, by what was chosen or, with null, by what is remembered or can be guessed. */
    read: (source: ImportSource, reading: InventoryReading | null) => {
      resetErrors();
      looking.mutate({ source, reading, job: crypto.randomUUID() });
    },
    /** Chooses what can be told without reading the file again. */
    choose: (reading: InventoryReading) => {
      setFile((read) => read && { ...read, reading });
      setPreview(null);
    },
    look: (at: PreviewPage = firstPage) => {
      resetErrors();
      if (file) look(file, at);
    },
    rejected: async (): Promise<Blob | null> =>
      file && rejecting.mutateAsync({ read: file, job: crypto.randomUUID() }).catch(() => null),
    write: () => {
      if (!file || !preview) return;
      resetErrors();
      const job = crypto.randomUUID();
      pending.current = job;
      writing.mutate({ read: file, counts: preview.answer, job });
    },
    forget: () => {
      abort.current?.abort();
      resetErrors();
      setFile(null);
      setPreview(null);
    },
    /** @returns false where an import runs: it ends when the backend says so, for only that knows whether it was in time */
    cancel: (): boolean => {
      const job = pending.current;
      if (job !== null) {
        void cancelJobUntilAccepted(job, () => pending.current === job);
        return false;
      }
      abort.current?.abort();
      return true;
    },
  };
}

const pageSize = 50;

const queryOf = ({ form, reading }: ReadFile) => ({ reading: JSON.stringify(completeReading(form, reading)) });

async function readForm(
  source: ImportSource,
  reading: InventoryReading | null,
  work: { readonly signal: AbortSignal; readonly job: string },
): Promise<ReadFile> {
  const request = async (text: InventoryReading) =>
    call('readInventory', { query: { reading: JSON.stringify(text) }, body: source.content }, work);
  const first = reading ?? source.reading;
  const form = await request(first);
  const known = reading === null ? findSavedReading(form) : null;
  if (!known) return { source, reading: first, form, isSavedMapping: false };
  const again = { ...first, ...known };
  return { source, reading: again, form: await request(again), isSavedMapping: true };
}
