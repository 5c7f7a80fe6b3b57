/** One group of settings of an edited value, which is merged as a whole. */
export interface Part<Draft> {
  readonly name: string;
  readonly same: (a: Draft, b: Draft) => boolean;
  /** `into` with this part taken from `from`. */
  readonly taken: (into: Draft, from: Draft) => Draft;
  /** Each setting by name with its value in words. */
  readonly lines: (draft: Draft) => readonly (readonly [setting: string, value: string])[];
}

export type Side = 'theirs' | 'mine';
/** Who changed a part since the base: neither, one side, both to the same value, or both to different values. */
export type Fate = 'untouched' | Side | 'alike' | 'collision';

export interface Merge<Draft> {
  readonly draft: Draft;
  readonly fates: readonly { readonly part: Part<Draft>; readonly fate: Fate; readonly chosen: Side | null }[];
  /** The collisions without a choice. While there are any, `draft` has my value there and may not be saved. */
  readonly unchosen: readonly string[];
}

/**
 * Three-way merge of two edits of one base. A part that one side changed is taken from that side; for a part that both
 * changed to different values a person chooses, so no edit is lost silently.
 * Source: docs/domain-rules.md#editing-without-losing-anything.
 * @param choices for each collision, by the part's name; others are ignored
 * @example base {name A, lock open}, theirs {name B, lock open}, mine {name A, lock closed} is {name B, lock closed}
 */
export function merged<Draft>(
  parts: readonly Part<Draft>[],
  { base, theirs, mine }: { readonly base: Draft; readonly theirs: Draft; readonly mine: Draft },
  choices: ReadonlyMap<string, Side> = new Map(),
): Merge<Draft> {
  const fates = parts.map((part) => {
    const fate = fateOf(part, base, theirs, mine);
    return { part, fate, chosen: fate === 'collision' ? (choices.get(part.name) ?? null) : null };
  });
  return {
    draft: fates.reduce(
      (draft, { part, fate, chosen }) =>
        fate === 'mine' || (fate === 'collision' && chosen !== 'theirs') ? part.taken(draft, mine) : draft,
      theirs,
    ),
    fates,
    unchosen: fates.filter(({ fate, chosen }) => fate === 'collision' && chosen === null).map(({ part }) => part.name),
  };
}

function fateOf<Draft>({ same }: Part<Draft>, base: Draft, theirs: Draft, mine: Draft): Fate {
  if (same(base, mine)) return same(base, theirs) ? 'untouched' : 'theirs';
  if (same(base, theirs)) return 'mine';
  return same(theirs, mine) ? 'alike' : 'collision';
}
