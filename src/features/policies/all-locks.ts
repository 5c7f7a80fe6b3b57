import type { PolicyUpdate, PolicyView } from '#contract/policies.ts';
import { settingsGroupLabels, settingsGroups, type Lock, type SettingsGroup } from '#domain/policy/settings.ts';

/** Whether a policy above has this group of settings under policy, the box of inheritance being as it is in the draft. */
export const isLockedFromAbove = (view: PolicyView, { inherit }: PolicyUpdate, group: SettingsGroup): boolean =>
  view.settings[group].lockedBy !== null && (inherit || view.forcedBy !== null);

/** The locks of a policy's section taken together. */
export interface AllLocks {
  /** Why they cannot all be closed, as a sentence; null when they can. */
  readonly notClosable: string | null;
  readonly notOpenable: string | null;
  /** Which groups of settings are left alone, as a sentence; null when none is. */
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

/** The draft with every lock that can be edited set one way. */
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
