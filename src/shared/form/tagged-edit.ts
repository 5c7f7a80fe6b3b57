import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { merged, type Merge, type Part, type Side } from '#domain/policy/merge.ts';
import type { Tagged } from '#src/shared/api/client.ts';
import { ApiProblem } from '#src/shared/api/problem.ts';
import type { DraftPlace } from './kept-draft.ts';
import type { FoundDraft } from './kept-notice.tsx';
import { useKeptDraft } from './use-kept-draft.ts';

/** Changes a draft, as it is by then. */
export type Change<Draft> = (change: (before: Draft) => Draft) => void;

interface TaggedEditOptions<View, Draft> {
  /** The newest version that was read. It replaces the edit's own only while nothing was edited. */
  readonly latest: Tagged<View>;
  readonly draftOf: (view: View) => Draft;
  /** What is merged as a whole when somebody else saved meanwhile. */
  readonly parts: readonly Part<Draft>[];
  /** What differs between two drafts, in words; empty when they say the same. */
  readonly differences: (from: Draft, to: Draft, base: View) => readonly string[];
  readonly send: (draft: Draft, etag: string) => Promise<Tagged<View>>;
  /** Reads the version there is now; asked for when somebody else saved meanwhile. */
  readonly reload: () => Promise<{ readonly data: Tagged<View> | undefined }>;
  /** Where the edit is kept while it is not saved; null while that is not known. */
  readonly keptAs: DraftPlace<View, Draft> | null;
  /** Told of a refused save, so that the screen can lead to the field. */
  readonly onRefused?: (problem: ApiProblem) => void;
}

/** Somebody else's save that the edit ran into, held against the edit part by part. */
export interface Conflict<View, Draft> {
  readonly base: Draft;
  readonly theirs: View;
  readonly theirDraft: Draft;
  readonly mine: Draft;
  readonly merge: Merge<Draft>;
  readonly choose: (part: string, side: Side) => void;
  readonly takeTheirs: () => void;
  readonly saveMerged: () => void;
}

/**
 * Edits a value that carries an ETag, and saves it on that ETag. What is typed while a save is on its way stays: the
 * answer becomes the new base, and the rest is saved next. On a conflict both versions are kept: what one side changed
 * is merged, of what both changed a person chooses, and the next save is the merged one, on their revision.
 */
export function useTaggedEdit<View, Draft>(options: TaggedEditOptions<View, Draft>) {
  const { latest, draftOf, parts, differences, send, reload, onRefused, keptAs } = options;
  const queries = useQueryClient();
  const [base, setBase] = useState(latest);
  const [seen, setSeen] = useState(latest);
  const [draft, setDraft] = useState(() => draftOf(latest.value));
  const [theirs, setTheirs] = useState<Tagged<View> | null>(null);
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  // What a save that is on its way compares with when its answer comes; the state of that render is too old.
  const typed = useRef(draft);

  /** The two versions as one; null while nobody saved meanwhile. */
  const merge =
    theirs && merged(parts, { base: draftOf(base.value), theirs: draftOf(theirs.value), mine: draft }, choices);
  /** What a save would be based on, and what it would say. */
  const on = theirs ?? base;
  const wanted = merge ? merge.draft : draft;
  const changes = differences(draftOf(on.value), wanted, on.value);

  const kept = useKeptDraft({ place: keptAs, base, draft, dirty: changes.length > 0 });

  const show = useCallback((next: Draft) => {
    typed.current = next;
    setDraft(next);
  }, []);
  const settleOn = (version: Tagged<View>, next: Draft) => {
    setBase(version);
    setTheirs(null);
    show(next);
  };
  const save = useMutation({
    mutationFn: ({ sent, etag }: { sent: Draft; etag: string }) => send(sent, etag),
    onSuccess: (saved, { sent }) => {
      settleOn(saved, typed.current === sent ? draftOf(saved.value) : typed.current);
      void queries.invalidateQueries();
    },
    onError: async (error, { etag }) => {
      if (!(error instanceof ApiProblem)) return;
      onRefused?.(error);
      if (error.kind !== 'revision-changed') return;
      const { data } = await reload();
      if (!data || data.etag === etag) return;
      setChoices(new Map());
      setTheirs(data);
    },
  });

  if (latest !== seen) {
    setSeen(latest);
    if (changes.length === 0 && theirs === null && !save.isPending) {
      setBase(latest);
      setDraft(draftOf(latest.value));
    }
  }

  // A newer version that took the place of what was not edited.
  useLayoutEffect(() => {
    typed.current = draft;
  }, [draft]);

  const { reset } = save;
  const refused = save.isError && theirs === null;
  const edit: Change<Draft> = useCallback(
    (change) => {
      show(change(typed.current));
      if (refused) reset();
    },
    [show, refused, reset],
  );

  /** Saves the edit, or what it was merged to. Resolves to true once everything typed so far is saved. */
  const saveWanted = async (): Promise<boolean> => {
    if (merge && merge.unchosen.length > 0) return false;
    const sent = wanted;
    if (theirs) settleOn(theirs, sent);
    else typed.current = sent;
    return save.mutateAsync({ sent, etag: on.etag }).then(
      () => typed.current === sent || differences(sent, typed.current, on.value).length === 0,
      () => false,
    );
  };

  const conflict: Conflict<View, Draft> | null = theirs &&
    merge && {
      base: draftOf(base.value),
      theirs: theirs.value,
      theirDraft: draftOf(theirs.value),
      mine: draft,
      merge,
      choose: (part, side) => {
        setChoices(new Map([...choices, [part, side]]));
      },
      takeTheirs: () => {
        settleOn(theirs, draftOf(theirs.value));
        save.reset();
      },
      saveMerged: () => void saveWanted(),
    };

  const found = kept.found && foundDraft(kept.found);
  function foundDraft({ atMs, base: on, draft: mine }: NonNullable<typeof kept.found>): FoundDraft {
    const now = draftOf(latest.value);
    // A world that was put back may count up to the same revision again.
    const stale = on.etag !== latest.etag || differences(draftOf(on.value), now, latest.value).length > 0;
    return {
      atMs,
      changes: differences(draftOf(on.value), mine, on.value),
      stale,
      restore: () => {
        kept.settle();
        settleOn(on, mine);
        save.reset();
        if (!stale) return;
        setChoices(new Map());
        setTheirs(latest);
      },
      discard: kept.settle,
    };
  }

  return {
    view: base.value,
    draft,
    /** What a save would say now: the edit, or on a conflict what it is merged to. */
    wanted,
    /** The ETag of the version that it would be saved on. */
    basis: on.etag,
    /** The same function as long as no save is refused. */
    edit,
    changes,
    /** Why there is nothing to save yet, though something differs: a choice is open. */
    unchosen: merge && merge.unchosen.length > 0 ? `Choose what to keep: ${merge.unchosen.join(', ')}.` : null,
    /** An edit of before that was not saved, to be restored or discarded; null when there is none. */
    found,
    /** The edit is dropped knowingly: it is not offered again. */
    discarded: kept.drop,
    saving: save.isPending,
    save: saveWanted,
    /** Drops the edit for the version there is now, as after an old revision was restored. */
    takeNewest: async () => {
      const { data } = await reload();
      if (!data) return;
      settleOn(data, draftOf(data.value));
      save.reset();
    },
    /** Why the last save was refused, until the next edit; null on a conflict, which has its own panel. */
    refusal: theirs ? null : save.error,
    conflict,
  };
}
