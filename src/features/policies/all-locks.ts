import type { PolicyUpdate, PolicyView } from '#contract/policies.ts';
import { settingsGroupLabels, settingsGroups, type Lock, type SettingsGroup } from '#domain/policy/settings.ts';

/** Whether a policy above enforces this group of settings, given the draft's inheritance. */
export const isLockedFromAbove = (view: PolicyView, { inherit }: PolicyUpdate, group: SettingsGroup): boolean =>
  view.settings[group].lockedBy !== null && (inherit || view.forcedBy !== null);

/** Whether all locks of a policy can be closed or opened at once. */
export interface AllLocks {
  /** Why they cannot all be closed, as a sentence; null if they can. */
  readonly notClosable: string | null;
  readonly notOpenable: string | null;
  /** The groups that are locked from above and stay unchanged, as a sentence; null if there are none. */
  readonly leftAlone: string | null;
}

export function allLocks(view: PolicyView, draft: PolicyUpdate): AllLocks {
  const above = settingsGroups.filter((group) => isLockedFromAbove(view, draft, group));
  const own = settingsGroups.filter((group) => !above.includes(group));
  const names = above.map((group) => settingsGroupLabels[group]);
  const be = names.length === 1 ? 'is' : 'are';
  const leftAlone = names.length === 0 ? null : `${listOf(names)} ${be} locked from above and left alone.`;
  const all = (lock: Lock) => own.every((group) => draft.settings[group].lock === lock);
  if (own.length === 0) {
    const none = 'Every group of settings is locked from above.';
    return { notClosable: none, notOpenable: none, leftAlone: none };
  }
  return {
    notClosable: all('closed') ? 'Every group that can be edited here is under policy already.' : null,
    notOpenable: all('open') ? 'Every lock that can be edited here is open already.' : null,
    leftAlone,
  };
}

/** The draft with every editable lock set. */
export function withAllLocks(view: PolicyView, draft: PolicyUpdate, lock: Lock): PolicyUpdate {
  const { actions, authentication, additional } = draft.settings;
  const set = <V extends { readonly lock: Lock }>(group: SettingsGroup, state: V): V =>
    isLockedFromAbove(view, draft, group) ? state : { ...state, lock };
  return {
    ...draft,
    settings: {
      actions: set('actions', actions),
      authentication: set('authentication', authentication),
      additional: set('additional', additional),
    },
  };
}

const lists = new Intl.ListFormat('en');
const listOf = (names: readonly string[]) => lists.format(names);
