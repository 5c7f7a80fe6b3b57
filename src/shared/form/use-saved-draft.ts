import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Tagged } from '#src/shared/api/client.ts';
import { savedDrafts, type DraftSlot, type SavedDraft, type SentWrite } from './saved-draft.ts';
import { useWriteOutcome } from './use-write-outcome.ts';

/** How long nothing is typed before the draft is kept, in milliseconds: a crash loses no more than this. */
const pauseMs = 300;

interface Edit<View, Draft> {
  /** Null while it is not known yet whose edit it is. */
  readonly place: DraftSlot<View, Draft> | null;
  readonly base: Tagged<View>;
  readonly draft: Draft;
  /** True when the draft differs from what is saved. */
  readonly dirty: boolean;
  /** Whether two drafts say the same. */
  readonly same: (a: Draft, b: Draft) => boolean;
}

/** An edit of before that turned out to be saved: only the answer was lost. */
export interface AlreadySaved<View> {
  /** When it was typed: epoch milliseconds UTC in real time. */
  readonly atMs: number;
  readonly saved: Tagged<View>;
}

/**
 * Keeps an edit in this browser while it is not saved, and finds the one of before. What is found is offered, never
 * applied by itself; until the person chooses, it is not written over. Where it was sent and its answer was lost, the
 * backend is asked first what became of it.
 */
export function useSavedDraft<View, Draft>({ place, base, draft, dirty, same }: Edit<View, Draft>) {
  const [looked, setLooked] = useState<string | null>(null);
  const [found, setFound] = useState<SavedDraft<View, Draft> | null>(null);
  if (place && place.name !== looked) {
    setLooked(place.name);
    setFound(savedDrafts.read(place));
  }
  const outcome = useWriteOutcome(found?.sent?.key ?? null, place?.view);
  const saved = outcome?.kind === 'made' ? outcome.saved : null;
  const savedWhole = found?.sent !== undefined && saved !== null && same(found.sent.draft, found.draft);
  /** Null while nothing is to be kept. */
  const name = (found === null || savedWhole) && place?.name === looked ? looked : null;
  const kept = useRef(false);
  const dropped = useRef(false);
  const sent = useRef<SentWrite<Draft> | null>(null);
  const typed = useRef({ base, draft });
  useLayoutEffect(() => {
    typed.current = { base, draft };
  }, [base, draft]);
  useEffect(() => {
    if (savedWhole && name !== null) savedDrafts.drop(name);
  }, [savedWhole, name]);
  useEffect(() => {
    if (name === null) return;
    if (!dirty) {
      if (kept.current) savedDrafts.drop(name);
      kept.current = false;
      return;
    }
    const keep = () => {
      if (dropped.current) return;
      kept.current = true;
      savedDrafts.keep(name, withSent({ atMs: Date.now(), base, draft }, sent.current));
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
    /** Null while it is not known what became of it. */
    found:
      found === null || savedWhole || outcome?.kind === 'unknown' ? null : saved ? { ...found, base: saved } : found,
    savedBefore: found !== null && savedWhole ? { atMs: found.atMs, saved } : null,
    /** The person has chosen: what was found is no longer offered, nor kept as such. */
    settle: () => {
      if (place && !savedWhole) savedDrafts.drop(place.name);
      setFound(null);
    },
    /** A save is on its way under a key, so that whoever loses the answer finds the key again; null once it is known. */
    sending: (write: SentWrite<Draft> | null) => {
      sent.current = write;
      if (write === null || name === null || dropped.current) return;
      kept.current = true;
      savedDrafts.keep(name, withSent({ atMs: Date.now(), ...typed.current }, write));
    },
    /** The edit is dropped knowingly. */
    drop: () => {
      dropped.current = true;
      if (name !== null) savedDrafts.drop(name);
    },
  };
}

const withSent = <View, Draft>(
  edit: Omit<SavedDraft<View, Draft>, 'sent'>,
  sent: SentWrite<Draft> | null,
): SavedDraft<View, Draft> => (sent === null ? edit : { ...edit, sent });
