import { useEffect, useRef, useState } from 'react';
import type { Tagged } from '#src/shared/api/client.ts';
import { drafts, type DraftPlace, type KeptDraft } from './kept-draft.ts';

/** How long nothing is typed before the draft is kept, in milliseconds: a crash loses no more than this. */
const pauseMs = 300;

interface Edit<View, Draft> {
  /** Null while it is not known yet whose edit it is. */
  readonly place: DraftPlace<View, Draft> | null;
  readonly base: Tagged<View>;
  readonly draft: Draft;
  /** True when the draft differs from what is saved. */
  readonly dirty: boolean;
}

/**
 * Keeps an edit in this browser while it is not saved, and finds the one of before. What is found is offered, never
 * applied by itself; until the person chooses, it is not written over.
 */
export function useKeptDraft<View, Draft>({ place, base, draft, dirty }: Edit<View, Draft>) {
  const [looked, setLooked] = useState<string | null>(null);
  const [found, setFound] = useState<KeptDraft<View, Draft> | null>(null);
  if (place && place.name !== looked) {
    setLooked(place.name);
    setFound(drafts.read(place));
  }
  /** Null while nothing is to be kept. */
  const name = found === null && place?.name === looked ? looked : null;
  const kept = useRef(false);
  const dropped = useRef(false);
  useEffect(() => {
    if (name === null) return;
    if (!dirty) {
      if (kept.current) drafts.drop(name);
      kept.current = false;
      return;
    }
    const keep = () => {
      if (dropped.current) return;
      kept.current = true;
      drafts.keep(name, { atMs: Date.now(), base, draft });
    };
    const timer = setTimeout(keep, pauseMs);
    // A page that goes, or that the browser may drop unseen, has no pause to come.
    window.addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', keep);
    };
  }, [name, dirty, base, draft]);

  return {
    found,
    /** The person has chosen: what was found is no longer offered, nor kept as such. */
    settle: () => {
      if (place) drafts.drop(place.name);
      setFound(null);
    },
    /** The edit is dropped knowingly. */
    drop: () => {
      dropped.current = true;
      if (name !== null) drafts.drop(name);
    },
  };
}
