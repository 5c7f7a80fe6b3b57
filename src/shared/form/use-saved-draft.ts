import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Tagged } from '#src/shared/api/client.ts';
import { savedDrafts, type DraftSlot, type SavedDraft, type SentWrite } from './saved-draft.ts';
import { useWriteOutcome } from './use-write-outcome.ts';

/** Typing pause before a draft is stored, in milliseconds: a crash loses no more than this. */
const pauseMs = 300;

interface Edit<View, Draft> {
  /** Null until the signed-in user is known. */
  readonly place: DraftSlot<View, Draft> | null;
  readonly base: Tagged<View>;
  readonly draft: Draft;
  /** True when the draft differs from what is saved. */
  readonly dirty: boolean;
  /** Whether two drafts are equal. */
  readonly same: (a: Draft, b: Draft) => boolean;
}

/** An edit of an earlier visit that was saved: only the answer was lost. */
export interface AlreadySaved<View> {
  /** When it was typed: epoch milliseconds UTC in real time. */
  readonly atMs: number;
  readonly saved: Tagged<View>;
}

/**
 * Stores an unsaved edit in this browser and recovers that of an earlier visit. A recovered draft is offered, never applied
 * automatically, and is not overwritten until the user chooses. If it was sent and the answer was lost, the backend is first
 * asked for the outcome of the write.
 */
export function useSavedDraft<View, Draft>({ place, base, draft, dirty, same }: Edit<View, Draft>) {
  const [readKey, setReadKey] = useState<string | null>(null);
  const [found, setFound] = useState<SavedDraft<View, Draft> | null>(null);
  if (place && place.name !== readKey) {
    setReadKey(place.name);
    setFound(savedDrafts.read(place));
  }
  const outcome = useWriteOutcome(found?.sent?.key ?? null, place?.view);
  const saved = outcome?.kind === 'made' ? outcome.saved : null;
  const isFullySaved = found?.sent !== undefined && saved !== null && same(found.sent.draft, found.draft);
  /** Null while nothing may be stored. */
  const name = (found === null || isFullySaved) && place?.name === readKey ? readKey : null;
  const kept = useRef(false);
  const isDiscarded = useRef(false);
  const sent = useRef<SentWrite<Draft> | null>(null);
  const typed = useRef({ base, draft });
  useLayoutEffect(() => {
    typed.current = { base, draft };
  }, [base, draft]);
  useEffect(() => {
    if (isFullySaved && name !== null) savedDrafts.drop(name);
  }, [isFullySaved, name]);
  useEffect(() => {
    if (name === null) return;
    if (!dirty) {
      if (kept.current) savedDrafts.drop(name);
      kept.current = false;
      return;
    }
    const keep = () => {
      if (isDiscarded.current) return;
      kept.current = true;
      savedDrafts.keep(name, withSent({ atMs: Date.now(), base, draft }, sent.current));
    };
    const timer = setTimeout(keep, pauseMs);
    // A page that is closed, or discarded in the background, gets no further timer.
    window.addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', keep);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', keep);
    };
  }, [name, dirty, base, draft]);

  return {
    /** Null while the outcome of its write is unknown. */
    found:
      found === null || isFullySaved || outcome?.kind === 'unknown' ? null : saved ? { ...found, base: saved } : found,
    savedBefore: found !== null && isFullySaved ? { atMs: found.atMs, saved } : null,
    /** The user has chosen: the recovered draft is no longer offered, and is removed. */
    settle: () => {
      if (place && !isFullySaved) savedDrafts.drop(place.name);
      setFound(null);
    },
    /** A save is in flight under a key, stored so that the outcome can be requested if the answer is lost; null once answered. */
    sending: (write: SentWrite<Draft> | null) => {
      sent.current = write;
      if (write === null || name === null || isDiscarded.current) return;
      kept.current = true;
      savedDrafts.keep(name, withSent({ atMs: Date.now(), ...typed.current }, write));
    },
    /** The edit is isDiscarded knowingly. */
    drop: () => {
      isDiscarded.current = true;
      if (name !== null) savedDrafts.drop(name);
    },
  };
}

const withSent = <View, Draft>(
  edit: Omit<SavedDraft<View, Draft>, 'sent'>,
  sent: SentWrite<Draft> | null,
): SavedDraft<View, Draft> => (sent === null ? edit : { ...edit, sent });
