import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Tagged } from '#src/shared/api/client.ts';
import { ApiProblem } from '#src/shared/api/problem.ts';

interface TaggedEditOptions<View, Draft> {
  /** The newest version that was read. It replaces the edit's own only while nothing was edited. */
  readonly latest: Tagged<View>;
  readonly draftOf: (view: View) => Draft;
  /** What differs between two drafts, in words; empty when they say the same. */
  readonly differences: (from: Draft, to: Draft, base: View) => readonly string[];
  readonly send: (draft: Draft, etag: string) => Promise<Tagged<View>>;
  /** Reads the version there is now; asked for when somebody else saved meanwhile. */
  readonly reload: () => Promise<{ readonly data: Tagged<View> | undefined }>;
  /** Told of a refused save, so that the screen can lead to the field. */
  readonly onRefused?: (problem: ApiProblem) => void;
}

/** Somebody else's save that the edit ran into: their version, and what it changed in words. */
export interface Conflict<View> {
  readonly theirs: View;
  readonly changes: readonly string[];
  readonly takeTheirs: () => void;
  readonly saveMine: () => void;
}

/**
 * Edits a value that carries an ETag, and saves it on that ETag. What is typed while a save is on its way stays: the
 * answer becomes the new base, and the rest is saved next. On a conflict both versions are kept until a person chooses.
 */
export function useTaggedEdit<View, Draft>(options: TaggedEditOptions<View, Draft>) {
  const { latest, draftOf, differences, send, reload, onRefused } = options;
  const queries = useQueryClient();
  const [base, setBase] = useState(latest);
  const [seen, setSeen] = useState(latest);
  const [draft, setDraft] = useState(() => draftOf(latest.value));
  const [theirs, setTheirs] = useState<Tagged<View> | null>(null);
  // What a save that is on its way compares with when its answer comes; the state of that render is too old.
  const typed = useRef(draft);
  const changes = differences(draftOf(base.value), draft, base.value);

  const show = (next: Draft) => {
    typed.current = next;
    setDraft(next);
  };
  const save = useMutation({
    mutationFn: ({ sent, etag }: { sent: Draft; etag: string }) => send(sent, etag),
    onSuccess: (saved, { sent }) => {
      setBase(saved);
      setTheirs(null);
      if (typed.current === sent) show(draftOf(saved.value));
      void queries.invalidateQueries();
    },
    onError: async (error, { etag }) => {
      if (!(error instanceof ApiProblem)) return;
      onRefused?.(error);
      if (error.kind !== 'revision-changed') return;
      const { data } = await reload();
      if (data && data.etag !== etag) setTheirs(data);
    },
  });

  if (latest !== seen) {
    setSeen(latest);
    if (changes.length === 0 && !save.isPending) {
      setBase(latest);
      setDraft(draftOf(latest.value));
    }
  }

  /** Resolves to true once everything typed so far is saved. */
  const saveOn = (etag: string): Promise<boolean> => {
    const sent = draft;
    typed.current = sent;
    return save.mutateAsync({ sent, etag }).then(
      () => typed.current === sent || differences(sent, typed.current, base.value).length === 0,
      () => false,
    );
  };

  const conflict: Conflict<View> | null = theirs && {
    theirs: theirs.value,
    changes: differences(draftOf(base.value), draftOf(theirs.value), base.value),
    takeTheirs: () => {
      setBase(theirs);
      show(draftOf(theirs.value));
      setTheirs(null);
      save.reset();
    },
    saveMine: () => void saveOn(theirs.etag),
  };

  return {
    view: base.value,
    draft,
    edit: (next: Draft) => {
      show(next);
      if (save.isError) save.reset();
    },
    changes,
    saving: save.isPending,
    save: () => saveOn(base.etag),
    /** Drops the edit for the version there is now, as after an old revision was restored. */
    takeNewest: async () => {
      const { data } = await reload();
      if (!data) return;
      setBase(data);
      setTheirs(null);
      show(draftOf(data.value));
      save.reset();
    },
    /** Why the last save was refused, until the next edit; null on a conflict, which has its own panel. */
    refusal: theirs ? null : save.error,
    conflict,
  };
}
