import { z } from 'zod';
import { keySchema } from '#contract/write-keys.ts';
import type { Tagged } from '#src/shared/api/client.ts';

/** An edit that was not saved, as this browser keeps it: with the version it stands on. */
export interface SavedDraft<View, Draft> {
  /** When it was typed: epoch milliseconds UTC in real time. */
  readonly atMs: number;
  readonly base: Tagged<View>;
  readonly draft: Draft;
  /** The save of it whose answer is not known; left out where none is on its way. */
  readonly sent?: SentWrite<Draft> | undefined;
}

/** A save under the key by which the backend can be asked what became of it. */
export interface SentWrite<Draft> {
  readonly key: string;
  /** What it said: more may have been typed since. */
  readonly draft: Draft;
}

/** Where the draft of one object lies, and what it must be to be read again. */
export interface DraftSlot<View, Draft> {
  /** Whose draft of what: one person's edits are never offered to another. */
  readonly name: string;
  readonly view: z.ZodType<View>;
  readonly draft: z.ZodType<Draft>;
}

/** What of a storage is needed. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'vesper.draft/';
/** More than a person edits at once; the oldest goes first. */
const maxDrafts = 20;

/** The name of a draft. */
export const draftKey = (scenario: string, user: string, kind: 'policy' | 'device', id: string): string =>
  [scenario, user, kind, id].map(encodeURIComponent).join('/');

/**
 * Drafts of edits in this browser's own storage: they outlive a crash, a reload, and an update of the console. They hold
 * settings, never a password, for an edit holds none. Where nothing may be stored, nothing is kept.
 */
export function createDraftStorage(storage: () => DraftStorage) {
  const quietly = <T>(work: (held: DraftStorage) => T): T | null => {
    try {
      return work(storage());
    } catch {
      return null;
    }
  };

  return {
    /** Null where none is kept, or one that this build cannot read: it is dropped then. */
    read<View, Draft>({ name, view, draft }: DraftSlot<View, Draft>): SavedDraft<View, Draft> | null {
      return quietly((held) => {
        const text = held.getItem(prefix + name);
        if (text === null) return null;
        const form = z.strictObject({
          atMs: z.number(),
          base: z.object({ value: view, etag: z.string() }),
          draft,
          sent: z.strictObject({ key: keySchema, draft }).optional(),
        });
        const parsed = form.safeParse(parsedJson(text));
        if (parsed.success) return parsed.data;
        held.removeItem(prefix + name);
        return null;
      });
    },
    keep(name: string, kept: SavedDraft<unknown, unknown>): void {
      quietly((held) => {
        const others = namesIn(held).filter((other) => other !== prefix + name);
        for (const old of others.sort((a, b) => atOf(held, b) - atOf(held, a)).slice(maxDrafts - 1))
          held.removeItem(old);
        held.setItem(prefix + name, JSON.stringify(kept));
      });
    },
    drop(name: string): void {
      quietly((held) => {
        held.removeItem(prefix + name);
      });
    },
  };
}

/** The drafts of this browser. */
export const savedDrafts = createDraftStorage(() => localStorage);

const namesIn = (held: DraftStorage): string[] =>
  Array.from({ length: held.length }, (_, i) => held.key(i) ?? '').filter((name) => name.startsWith(prefix));

function atOf(held: DraftStorage, name: string): number {
  return z.object({ atMs: z.number() }).safeParse(parsedJson(held.getItem(name) ?? '')).data?.atMs ?? 0;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
