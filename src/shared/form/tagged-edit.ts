import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { merged, type Part, type Side } from '#domain/policy/merge.ts';
import { mayBeDone, type Tagged } from '#src/shared/api/client.ts';
import { ApiProblem } from '#src/shared/api/problem.ts';
import type { Conflict, NewerVersion } from './conflict.ts';
import { foundDraft } from './found-draft.ts';
import type { DraftPlace, SentWrite } from './kept-draft.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { useWriteOutcome } from './use-write-outcome.ts';

/** Changes a draft, as it is by then. */
export type Change<Draft> = (change: (before: Draft) => Draft) => void;

interface TaggedEditOptions<View, Draft> {
  /** The newest version that was read. It replaces the edit's own only while nothing was edited. */
  readonly latest: Tagged<View>;
  /** Where the version that was read last is kept: a save puts its own there. */
  readonly queryKey: QueryKey;
  /** Why there is nothing any more to save to; null while there is. */
  readonly gone: Error | null;
  readonly draftOf: (view: View) => Draft;
  /** What is merged as a whole when somebody else saved meanwhile. */
  readonly parts: readonly Part<Draft>[];
  /** What differs between two drafts, in words; empty when they say the same. */
  readonly differences: (from: Draft, to: Draft, base: View) => readonly string[];
  /** Saves; `onKey` is told the key under which it is sent. */
  readonly send: (draft: Draft, etag: string, onKey: (key: string) => void) => Promise<Tagged<View>>;
  /** Reads the version there is now; asked for when somebody else saved meanwhile. */
  readonly reload: () => Promise<{ readonly data: Tagged<View> | undefined }>;
  /** Where the edit is kept while it is not saved; null while that is not known. */
  readonly keptAs: DraftPlace<View, Draft> | null;
  /** Told of a refused save, so that the screen can lead to the field. */
  readonly onRefused?: (problem: ApiProblem) => void;
}

/**
 * Edits a value that carries an ETag, and saves it on that ETag. What is typed while a save is on its way stays: the
 * answer becomes the new base, and the rest is saved next. On a conflict both versions are kept: what one side changed
 * is merged, of what both changed a person chooses, and the next save is the merged one, on their revision. What somebody
 * else saved is told as soon as it was read; a save that would run into it leads to the review instead. A save whose answer
 * was lost is the edit's own once the backend says that it was made.
 */
export function useTaggedEdit<View, Draft>(options: TaggedEditOptions<View, Draft>) {
  const { latest, queryKey, gone, draftOf, parts, differences, send, reload, onRefused, keptAs } = options;
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

  const same = (a: Draft, b: Draft) => differences(a, b, base.value).length === 0;
  const kept = useKeptDraft({ place: keptAs, base, draft, dirty: changes.length > 0, same });
  /** A save of which nobody knows whether it was made. */
  const [lost, setLost] = useState<SentWrite<Draft> | null>(null);
  const outcome = useWriteOutcome(lost?.key ?? null, keptAs?.view);
  /** A failure that turned out to be none. */
  const [forgiven, setForgiven] = useState<Error | null>(null);

  const show = useCallback((next: Draft) => {
    typed.current = next;
    setDraft(next);
  }, []);
  const settleOn = (version: Tagged<View>, next: Draft) => {
    setBase(version);
    setTheirs(null);
    show(next);
  };
  const key = useRef('');
  const save = useMutation({
    mutationFn: ({ sent, etag }: { sent: Draft; etag: string }) =>
      send(sent, etag, (one) => {
        key.current = one;
        kept.sending({ key: one, draft: sent });
      }),
    onSuccess: (saved, { sent }) => {
      setLost(null);
      settleOn(saved, typed.current === sent ? draftOf(saved.value) : typed.current);
      queries.setQueryData(queryKey, saved);
      void queries.invalidateQueries();
    },
    onError: async (error, { sent, etag }) => {
      const isStale = error instanceof ApiProblem && error.kind === 'revision-changed';
      // It may be the lost one that this one ran into.
      if (mayBeDone(error)) setLost({ key: key.current, draft: sent });
      else if (!isStale) setLost(null);
      if (error instanceof ApiProblem) onRefused?.(error);
      if (!isStale) return;
      const { data } = await reload();
      if (!data || data.etag === etag) return;
      setChoices(new Map());
      setTheirs(data);
    },
  });

  if (lost !== null && outcome?.kind === 'made') {
    const { saved } = outcome;
    setLost(null);
    setForgiven(save.error);
    setBase(saved);
    setTheirs(null);
    if (same(lost.draft, draft)) setDraft(draftOf(saved.value));
    // What was read before that save is no newer version.
    if (latest.etag === base.etag) setSeen(latest);
  }

  // While it is not known what became of one's own save, nothing is taken for somebody else's.
  const isSure = lost === null || outcome?.kind === 'not-made';
  const unseen = latest !== seen && isSure && !save.isPending;
  const sameAsBasis = latest.etag === on.etag && same(draftOf(on.value), draftOf(latest.value));
  if (unseen && theirs === null && changes.length === 0) {
    setSeen(latest);
    setBase(latest);
    setDraft(draftOf(latest.value));
  } else if (unseen && sameAsBasis) {
    // The same revision, under other ones above it.
    setSeen(latest);
    if (theirs) setTheirs(latest);
    else setBase(latest);
  }
  /** Shows both versions; theirs as it is by now. */
  const review = async () => {
    const { data = latest } = await reload();
    // What was chosen against the version before stands.
    if (theirs && merge?.unchosen.length === 0) settleOn(theirs, wanted);
    setSeen(data);
    setChoices(new Map());
    setTheirs(data);
  };
  const isNewer = unseen && !sameAsBasis && (theirs !== null || changes.length > 0);
  const newer: NewerVersion<View> | null = isNewer
    ? {
        value: latest.value,
        changes: differences(draftOf(on.value), draftOf(latest.value), on.value),
        review: () => void review(),
      }
    : null;

  const { sending } = kept;
  const isKnown = lost === null && !save.isPending;
  useLayoutEffect(() => {
    if (isKnown) sending(null);
  });

  // A newer version that took the place of what was not edited.
  useLayoutEffect(() => {
    typed.current = draft;
  }, [draft]);

  const { reset } = save;
  const failure = save.error === forgiven ? null : save.error;
  const refused = failure !== null && theirs === null;
  const edit: Change<Draft> = useCallback(
    (change) => {
      show(change(typed.current));
      if (refused) reset();
    },
    [show, refused, reset],
  );

  /** Saves the edit, or what it was merged to. Resolves to true once everything typed so far is saved. */
  const saveWanted = async (): Promise<boolean> => {
    if (gone !== null || (merge && merge.unchosen.length > 0)) return false;
    if (isNewer) {
      await review();
      return false;
    }
    const sent = wanted;
    if (theirs) settleOn(theirs, sent);
    else typed.current = sent;
    return save.mutateAsync({ sent, etag: on.etag }).then(
      () => typed.current === sent || differences(sent, typed.current, on.value).length === 0,
      () => false,
    );
  };

  const shown = isSure ? theirs : null;
  const conflict: Conflict<View, Draft> | null = shown &&
    merge && {
      base: draftOf(base.value),
      theirs: shown.value,
      theirDraft: draftOf(shown.value),
      mine: draft,
      merge,
      choose: (part, side) => {
        setChoices(new Map([...choices, [part, side]]));
      },
      takeTheirs: () => {
        settleOn(shown, draftOf(shown.value));
        save.reset();
      },
      saveMerged: () => void saveWanted(),
    };

  const found = kept.found && foundDraft(kept.found, { latest, draftOf, differences });
  const restore = ({ kept: { base: basis, draft: mine, sent }, stale }: NonNullable<typeof found>) => {
    kept.settle();
    // What is on its way still may be made.
    if (sent) kept.sending(sent);
    setLost(sent ?? null);
    settleOn(basis, mine);
    save.reset();
    if (!stale) return;
    setChoices(new Map());
    setTheirs(latest);
  };

  return {
    view: base.value,
    draft,
    /** What a save would say now: the edit, or on a conflict what it is merged to. */
    wanted,
    /** The ETag of the version that it would be saved on. */
    basis: on.etag,
    /** False while a save would say nothing, or would run into another one: then nobody asks what it changes. */
    canBeTried: changes.length > 0 && isSure && !isNewer && gone === null,
    /** The same function as long as no save is refused. */
    edit,
    changes,
    /** Why there is nothing to save yet, though something differs: a choice is open. */
    unchosen: merge && merge.unchosen.length > 0 ? `Choose what to keep: ${merge.unchosen.join(', ')}.` : null,
    /** An edit of before that was not saved, to be restored or discarded; null when there is none. */
    found: found && {
      ...found,
      restore: () => {
        restore(found);
      },
      discard: kept.settle,
    },
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
    refusal: gone ?? (theirs ? null : failure),
    conflict,
    /** What somebody else saved meanwhile and is to be reviewed; null when there is nothing, as nearly always. */
    newer,
    /** An edit of before that turned out to be saved; null when there is none. */
    savedBefore: kept.savedBefore && { ...kept.savedBefore, dismiss: kept.settle },
  };
}
