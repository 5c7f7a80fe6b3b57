import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { OperationName } from '#contract/operations.ts';
import { mayBeDone, type CallOptions, type Tagged } from '#src/shared/api/client.ts';
import { ApiProblem } from '#src/shared/api/problem.ts';
import { storeAnswer } from '#src/shared/api/queries.ts';
import { refreshAffected } from '#src/shared/live/refresh-affected.ts';
import type { Conflict } from './conflict.ts';
import { recoverDraft } from './recover-draft.ts';
import type { DraftSlot } from './saved-draft.ts';
import { useSavedDraft } from './use-saved-draft.ts';
import { useWriteOutcome } from './use-write-outcome.ts';
import {
  deriveForm,
  initialForm,
  reduceForm,
  type VersionedForm,
  type VersionedFormEvent,
  type VersionedFormRules,
  type VersionedFormState,
} from './versioned-form.ts';

/** Changes a draft, as it is by then. */
export type Change<Draft> = (change: (before: Draft) => Draft) => void;

/** What a save hands to its call: the version it is based on, and who is told its key and the version that it made. */
export type SaveOptions = Required<Pick<CallOptions, 'ifMatch' | 'onKey' | 'onVersion'>>;

interface VersionedFormOptions<View, Draft> extends VersionedFormRules<View, Draft> {
  /** The newest version that was read. */
  readonly latest: Tagged<View>;
  /** The query of that version: a save stores its answer there. */
  readonly queryKey: QueryKey;
  /** Why there is nothing any more to save to; null while there is. */
  readonly deleted: Error | null;
  /** The write that saves. */
  readonly operation: OperationName;
  /** Saves; the options go to the call. */
  readonly send: (draft: Draft, options: SaveOptions) => Promise<Tagged<View>>;
  /** Reads the newest version. */
  readonly reload: () => Promise<{ readonly data: Tagged<View> | undefined }>;
  /** Where the edit is kept while it is not saved; null while that is not known. */
  readonly storageName: DraftSlot<View, Draft> | null;
  /** Told of a refused save, so that the screen can lead to the field. */
  readonly onRefused?: (problem: ApiProblem) => void;
}

/**
 * Edits a value that carries an ETag, and saves it on that ETag (RFC 9110 §13.1.1, optimistic locking). The rules are in
 * `versioned-form.ts`; this connects them with the query, the write, and the draft that the browser keeps.
 */
export function useVersionedForm<View, Draft>(options: VersionedFormOptions<View, Draft>) {
  const { latest, queryKey, deleted, draftOf, parts, differences, operation, send, reload, onRefused, storageName } =
    options;
  const queries = useQueryClient();
  const [form] = useState(() => createFormStore({ draftOf, parts, differences }, latest));
  const { dispatch } = form;
  const state = useSyncExternalStore(form.subscribe, form.state);
  const { base, draft, remote, sent, lost } = state;
  const now = deriveForm(options, state);
  const { merge, basis, wanted, changes, isOutcomeKnown, newer } = now;
  useLayoutEffect(() => {
    dispatch({ type: 'read', version: latest });
  }, [dispatch, latest]);
  const outcome = useWriteOutcome(lost?.write.key ?? null, storageName?.view);
  useLayoutEffect(() => {
    if (outcome) dispatch({ type: 'outcome', outcome });
  }, [dispatch, outcome]);

  const same = (a: Draft, b: Draft) => differences(a, b, base.value).length === 0;
  const stored = useSavedDraft({ place: storageName, base, draft, dirty: changes.length > 0, same });
  const { sending } = stored;
  const isAnswered = lost === null && sent === null;
  useLayoutEffect(() => {
    if (isAnswered) sending(null);
  });

  const call = useRef({ key: '', version: '' });
  const save = useMutation({
    mutationFn: ({ body, etag }: { body: Draft; etag: string }) =>
      send(body, {
        ifMatch: etag,
        onKey: (key) => {
          call.current.key = key;
          stored.sending({ key, draft: body });
        },
        onVersion: (version) => {
          call.current.version = version;
        },
      }),
    // A dry run of the edit would be refused once the version that it names is replaced.
    onMutate: () => queries.cancelQueries({ queryKey: ['dryRun'] }),
    onSuccess: (saved) => {
      const { version } = call.current;
      storeAnswer(queries, queryKey, saved, version);
      dispatch({ type: 'saved', version: saved });
      void refreshAffected(queries, operation, { version });
    },
    onError: async (error, { body, etag }) => {
      if (error instanceof ApiProblem) onRefused?.(error);
      if (mayBeDone(error)) {
        dispatch({ type: 'failed', error, lost: { key: call.current.key, draft: body } });
      } else if (error instanceof ApiProblem && error.kind === 'revision-changed') {
        const { data } = await reload();
        // An earlier save whose answer was lost may be the version that this one ran into.
        if (!data || data.etag === etag) dispatch({ type: 'failed', error, lost: undefined });
        else dispatch({ type: 'conflicted', version: data });
      } else dispatch({ type: 'failed', error, lost: null });
    },
  });

  const review = async () => {
    const { data = latest } = await reload();
    dispatch({ type: 'reviewed', version: data });
  };
  /** Saves the edit, or what it was merged to. Resolves to true once everything typed so far is saved. */
  const saveWanted = async (): Promise<boolean> => {
    if (deleted !== null || (merge && merge.unchosen.length > 0)) return false;
    if (newer) {
      await review();
      return false;
    }
    dispatch({ type: 'submitted' });
    return save.mutateAsync({ body: wanted, etag: basis.etag }).then(
      () => deriveForm(options, form.state()).changes.length === 0,
      () => false,
    );
  };

  const found = stored.found && recoverDraft(stored.found, { latest, draftOf, differences });
  const restore = ({ kept: { base: version, draft: typed, sent: write }, stale }: NonNullable<typeof found>) => {
    stored.settle();
    // Its save may still be in flight.
    if (write) stored.sending(write);
    dispatch({ type: 'restored', base: version, draft: typed, sent: write ?? null, isStale: stale });
  };

  return {
    view: base.value,
    draft,
    /** What a save would say: the edit, or on a conflict what it is merged to. */
    wanted,
    /** The ETag of the version that a save would be based on. */
    basis: basis.etag,
    /** False while a save would say nothing, or would be refused: then a dry run is of no use. */
    canBeTried: changes.length > 0 && isOutcomeKnown && newer === null && deleted === null,
    /** The same function in every render. */
    edit: useCallback<Change<Draft>>(
      (change) => {
        dispatch({ type: 'edited', change });
      },
      [dispatch],
    ),
    changes,
    /** Why it cannot be saved yet, though something differs: a choice is open. */
    unchosen: merge && merge.unchosen.length > 0 ? `Choose what to keep: ${merge.unchosen.join(', ')}.` : null,
    /** An edit of an earlier visit that was not saved, to be restored or discarded; null when there is none. */
    found: found && {
      ...found,
      restore: () => {
        restore(found);
      },
      discard: stored.settle,
    },
    /** The edit is dropped knowingly: it is not offered again. */
    discarded: stored.drop,
    saving: sent !== null,
    save: saveWanted,
    /** Drops the edit for the newest version, as after an old revision was restored. */
    takeNewest: async () => {
      const { data } = await reload();
      if (data) dispatch({ type: 'replaced', version: data });
    },
    /** Why the last save was refused, until the next edit; null on a conflict, which has its own panel. */
    refusal: deleted ?? (remote ? null : state.failure),
    conflict: conflictOf(options, state, now, {
      choose: (part, side) => {
        dispatch({ type: 'chosen', part, side });
      },
      takeTheirs: () => {
        dispatch({ type: 'remote-taken' });
      },
      saveMerged: () => void saveWanted(),
    }),
    newer: newer && {
      value: newer.value,
      changes: differences(draftOf(basis.value), draftOf(newer.value), basis.value),
      review: () => void review(),
    },
    /** An edit of an earlier visit that turned out to be saved; null when there is none. */
    savedBefore: stored.savedBefore && { ...stored.savedBefore, dismiss: stored.settle },
  };
}

/**
 * The state of a form. An event handler sees it as it is after all events before, whatever was drawn by then: no request
 * is made for a version that a save has just replaced.
 */
function createFormStore<View, Draft>(rules: VersionedFormRules<View, Draft>, version: Tagged<View>) {
  let state = initialForm(rules, version);
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    dispatch: (event: VersionedFormEvent<View, Draft>): void => {
      state = reduceForm(rules, state, event);
      for (const tell of listeners) tell();
    },
    subscribe: (tell: () => void) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
  };
}

function conflictOf<View, Draft>(
  { draftOf }: VersionedFormRules<View, Draft>,
  { base, draft, remote }: VersionedFormState<View, Draft>,
  { merge, isOutcomeKnown }: VersionedForm<View, Draft>,
  act: Pick<Conflict<View, Draft>, 'choose' | 'takeTheirs' | 'saveMerged'>,
): Conflict<View, Draft> | null {
  if (!remote || !merge || !isOutcomeKnown) return null;
  return {
    base: draftOf(base.value),
    theirs: remote.value,
    theirDraft: draftOf(remote.value),
    mine: draft,
    merge,
    ...act,
  };
}
