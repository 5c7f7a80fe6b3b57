import { merged, type Merge, type Part, type Side } from '#domain/policy/merge.ts';
import type { Tagged } from '#src/shared/api/client.ts';
import type { SentWrite } from './saved-draft.ts';
import type { Outcome } from './use-write-outcome.ts';

/** What a versioned form knows of the value that it edits. */
export interface VersionedFormRules<View, Draft> {
  readonly draftOf: (view: View) => Draft;
  /** What is merged as a whole when the remote version differs. */
  readonly parts: readonly Part<Draft>[];
  /** What differs between two drafts, in words; empty when they say the same. */
  readonly differences: (from: Draft, to: Draft, base: View) => readonly string[];
}

/** The state of a form that edits one version of a value, and is saved on that version's ETag. */
export interface VersionedFormState<View, Draft> {
  /** The version that the draft is an edit of. */
  readonly base: Tagged<View>;
  readonly draft: Draft;
  /** Another version, saved meanwhile, with which the draft is being merged; null without a conflict. */
  readonly remote: Tagged<View> | null;
  /** The side chosen for each part that both sides changed. */
  readonly choices: ReadonlyMap<string, Side>;
  /** The newest version that was read. */
  readonly latest: Tagged<View>;
  /** The newest version that the form took over, or showed to be reviewed. */
  readonly acknowledged: Tagged<View>;
  /** What a save in flight says; null while there is none. */
  readonly sent: Draft | null;
  /** A save whose answer was lost: until the backend says what became of it, no other version counts as somebody else's. */
  readonly lost: LostWrite<Draft> | null;
  /** Why the last save failed; null after the next edit. */
  readonly failure: Error | null;
}

interface LostWrite<Draft> {
  readonly write: SentWrite<Draft>;
  readonly outcome: 'unknown' | 'not-made';
}

const unanswered = <Draft>(write: SentWrite<Draft>): LostWrite<Draft> => ({ write, outcome: 'unknown' });

export type VersionedFormEvent<View, Draft> =
  /** The query of the value has another answer. */
  | { readonly type: 'read'; readonly version: Tagged<View> }
  | { readonly type: 'edited'; readonly change: (before: Draft) => Draft }
  /** A save of what is wanted is sent: a merged draft is based on the remote version from now on. */
  | { readonly type: 'submitted' }
  | { readonly type: 'saved'; readonly version: Tagged<View> }
  /** @param lost the write, where nobody knows whether it was made; undefined where the failure says nothing about an earlier one */
  | { readonly type: 'failed'; readonly error: Error; readonly lost: SentWrite<Draft> | null | undefined }
  /** The save was refused for a version that was saved meanwhile. */
  | { readonly type: 'conflicted'; readonly version: Tagged<View> }
  /** The remote version is to be reviewed before a save. */
  | { readonly type: 'reviewed'; readonly version: Tagged<View> }
  | { readonly type: 'chosen'; readonly part: string; readonly side: Side }
  | { readonly type: 'remote-taken' }
  /** The backend said what became of the lost write. */
  | { readonly type: 'outcome'; readonly outcome: Outcome<View> }
  /** A draft of an earlier visit, with the version it is an edit of. */
  | {
      readonly type: 'restored';
      readonly base: Tagged<View>;
      readonly draft: Draft;
      readonly sent: SentWrite<Draft> | null;
      readonly isStale: boolean;
    }
  /** The draft is dropped for a version, as after an old revision was restored. */
  | { readonly type: 'replaced'; readonly version: Tagged<View> };

export const initialForm = <View, Draft>(
  { draftOf }: VersionedFormRules<View, Draft>,
  version: Tagged<View>,
): VersionedFormState<View, Draft> => ({
  base: version,
  draft: draftOf(version.value),
  remote: null,
  choices: new Map(),
  latest: version,
  acknowledged: version,
  sent: null,
  lost: null,
  failure: null,
});

/** What follows from the state of a form. */
export interface VersionedForm<View, Draft> {
  /** The two versions as one; null without a conflict. */
  readonly merge: Merge<Draft> | null;
  /** The version that a save would be based on. */
  readonly basis: Tagged<View>;
  /** What a save would say: the draft, or on a conflict what it is merged to. */
  readonly wanted: Draft;
  /** What a save would change, in words. */
  readonly changes: readonly string[];
  /** False while it is not known whether a lost save was made. */
  readonly isOutcomeKnown: boolean;
  /** A version that somebody saved meanwhile and that is to be reviewed before a save; null where there is none. */
  readonly newer: Tagged<View> | null;
}

export function deriveForm<View, Draft>(
  rules: VersionedFormRules<View, Draft>,
  state: VersionedFormState<View, Draft>,
): VersionedForm<View, Draft> {
  const { draftOf, parts, differences } = rules;
  const { base, draft, remote, choices, latest, acknowledged, sent, lost } = state;
  const merge =
    remote && merged(parts, { base: draftOf(base.value), theirs: draftOf(remote.value), mine: draft }, choices);
  const basis = remote ?? base;
  const wanted = merge ? merge.draft : draft;
  const changes = differences(draftOf(basis.value), wanted, basis.value);
  const isOutcomeKnown = lost === null || lost.outcome === 'not-made';
  const isNewer = isOutcomeKnown && sent === null && latest !== acknowledged;
  return { merge, basis, wanted, changes, isOutcomeKnown, newer: isNewer ? latest : null };
}

/** The next state of a form. A version that was read replaces what nobody edited; otherwise it waits to be reviewed. */
export function reduceForm<View, Draft>(
  rules: VersionedFormRules<View, Draft>,
  state: VersionedFormState<View, Draft>,
  event: VersionedFormEvent<View, Draft>,
): VersionedFormState<View, Draft> {
  return acknowledgeLatest(rules, afterEvent(rules, state, event));
}

function afterEvent<View, Draft>(
  rules: VersionedFormRules<View, Draft>,
  state: VersionedFormState<View, Draft>,
  event: VersionedFormEvent<View, Draft>,
): VersionedFormState<View, Draft> {
  const { draftOf } = rules;
  const { base, draft, remote, choices, sent } = state;
  const { merge, wanted } = deriveForm(rules, state);
  switch (event.type) {
    case 'read':
      return event.version === state.latest ? state : { ...state, latest: event.version };
    case 'edited': {
      const next = event.change(draft);
      return { ...state, draft: next, failure: remote === null ? null : state.failure };
    }
    case 'submitted':
      return {
        ...state,
        ...(remote ? { base: remote, remote: null } : {}),
        draft: wanted,
        sent: wanted,
        failure: null,
      };
    case 'saved':
      return {
        ...settledOn(state, event.version, draft === sent ? draftOf(event.version.value) : draft),
        latest: event.version,
        acknowledged: event.version,
        sent: null,
        lost: null,
      };
    case 'failed':
      return {
        ...state,
        sent: null,
        failure: event.error,
        lost: event.lost === undefined ? state.lost : event.lost && unanswered(event.lost),
      };
    case 'conflicted':
      return { ...state, sent: null, remote: event.version, choices: new Map() };
    case 'reviewed': {
      // What was chosen against the version before stands.
      const resolved = remote && merge?.unchosen.length === 0 ? { base: remote, draft: wanted } : { base, draft };
      return {
        ...state,
        ...resolved,
        remote: event.version,
        choices: new Map(),
        latest: event.version,
        acknowledged: event.version,
      };
    }
    case 'chosen':
      return { ...state, choices: new Map([...choices, [event.part, event.side]]) };
    case 'remote-taken':
      return remote ? settledOn(state, remote, draftOf(remote.value)) : state;
    case 'outcome':
      return afterOutcome(rules, state, event.outcome);
    case 'restored': {
      const lost = event.sent && unanswered(event.sent);
      const restored = { ...settledOn(state, event.base, event.draft), lost };
      return event.isStale ? { ...restored, choices: new Map(), remote: state.latest } : restored;
    }
    case 'replaced':
      return settledOn(state, event.version, draftOf(event.version.value));
    default:
      return event satisfies never;
  }
}

const settledOn = <View, Draft>(
  state: VersionedFormState<View, Draft>,
  base: Tagged<View>,
  draft: Draft,
): VersionedFormState<View, Draft> => ({ ...state, base, draft, remote: null, failure: null });

function afterOutcome<View, Draft>(
  rules: VersionedFormRules<View, Draft>,
  state: VersionedFormState<View, Draft>,
  outcome: Outcome<View>,
): VersionedFormState<View, Draft> {
  const { base, draft, latest, lost } = state;
  if (lost === null) return state;
  if (outcome.kind !== 'made')
    return outcome.kind === lost.outcome ? state : { ...state, lost: { ...lost, outcome: outcome.kind } };
  const { saved } = outcome;
  const isWhole = rules.differences(lost.write.draft, draft, base.value).length === 0;
  return {
    ...settledOn(state, saved, isWhole ? rules.draftOf(saved.value) : draft),
    lost: null,
    // What was read before that save is no newer version.
    acknowledged: latest.etag === base.etag ? latest : state.acknowledged,
  };
}

/** Takes over the newest version where nothing was edited, or where it is the same revision under other ones above it. */
function acknowledgeLatest<View, Draft>(
  rules: VersionedFormRules<View, Draft>,
  state: VersionedFormState<View, Draft>,
): VersionedFormState<View, Draft> {
  const { draftOf, differences } = rules;
  const { latest, remote, base } = state;
  const { basis, changes, newer } = deriveForm(rules, state);
  if (newer === null) return state;
  if (remote === null && changes.length === 0) {
    return { ...state, acknowledged: latest, base: latest, draft: draftOf(latest.value) };
  }
  const sameRevision =
    latest.etag === basis.etag && differences(draftOf(basis.value), draftOf(latest.value), base.value).length === 0;
  if (!sameRevision) return state;
  return { ...state, acknowledged: latest, ...(remote ? { remote: latest } : { base: latest }) };
}
