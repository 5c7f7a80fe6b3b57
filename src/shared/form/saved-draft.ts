import { z } from 'zod';
import { keySchema } from '#contract/write-keys.ts';
import type { Tagged } from '#src/shared/api/client.ts';

/** An unsaved edit as this browser stores it, with its base version. */
export interface SavedDraft<View, Draft> {
  /** When it was typed: epoch milliseconds UTC in real time. */
  readonly atMs: number;
  readonly base: Tagged<View>;
  readonly draft: Draft;
  /** Its save, if one is in flight or its answer was lost. */
  readonly sent?: SentWrite<Draft> | undefined;
}

/** A save with its idempotency key, under which the backend reports the outcome. */
export interface SentWrite<Draft> {
  readonly key: string;
  /** The draft that was sent: more may have been typed since. */
  readonly draft: Draft;
}

/** The storage key of an object's draft, and the schemas that a stored draft must match. */
export interface DraftSlot<View, Draft> {
  /** Names the data set, the user and the object: edits are never offered to another user. */
  readonly name: string;
  readonly view: z.ZodType<View>;
  readonly draft: z.ZodType<Draft>;
}

/** The methods of `Storage` that are used. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'vesper.draft/';
/** The oldest drafts beyond this number are removed. */
const maxDrafts = 20;

/** The storage key of a draft. */
export const draftKey = (scenario: string, user: string, kind: 'policy' | 'device', id: string): string =>
  [scenario, user, kind, id].map(encodeURIComponent).join('/');

/**
 * Drafts in the storage of this browser: they survive a crash, a reload, and an update of the console. They contain
 * settings, never a password. If the browser refuses storage, nothing is stored.
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
    /** Null if there is none, or one that this build cannot read, which is removed. */
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
