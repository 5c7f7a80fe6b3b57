import { Alert } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, type ReactNode } from 'react';
import type { PolicyUpdate, PolicyView } from '#contract/policies.ts';
import type { Lock, SettingsGroup, SettingsValues } from '#domain/policy/settings.ts';
import { groupActionsWithoutAccount, inactive } from '#domain/policy/warnings.ts';
import { AccountState } from '#src/features/threat-response/account-state.tsx';
import { ActionsFields } from '#src/features/threat-response/actions-fields.tsx';
import { AdditionalFields } from '#src/features/threat-response/additional-fields.tsx';
import { AuthenticationFields } from '#src/features/threat-response/authentication-fields.tsx';
import { NotEnforcedNotice } from '#src/features/threat-response/not-enforced-notice.tsx';
import { notEnforcedSentence } from '#src/features/threat-response/not-enforced.ts';
import { LockSwitch, SettingsSection } from '#src/features/threat-response/settings-section.tsx';
import type { Change } from '#src/shared/form/use-versioned-form.ts';
import { accountStateQuery } from '#src/features/threat-response/account-state-query.ts';
import { isLockedFromAbove } from './all-locks.ts';
import { LockAllButtons } from './lock-all-buttons.tsx';
import { LockedFromAbove } from './locked-from-above.tsx';

interface PolicyThreatResponseProps {
  readonly view: PolicyView;
  readonly draft: PolicyUpdate;
  readonly onChange: Change<PolicyUpdate>;
}

/** *Threat Response* of a policy: three groups of settings, each with a lock. */
export function PolicyThreatResponse({ view, draft, onChange }: PolicyThreatResponseProps) {
  const account = useQuery(accountStateQuery);
  const { actions, authentication, additional } = draft.settings;
  // The effective password: the own one, or that of a policy above that enforces it.
  const password = isLockedFromAbove(view, draft, 'authentication')
    ? view.settings.authentication.value
    : authentication.value;
  const noEffect = inactive({ name: view.name, status: draft.status });
  const set = useMemo(() => settersOf(onChange), [onChange]);
  return (
    <>
      {noEffect !== null && (
        <Alert severity="warning" sx={{ mb: 4 }}>
          {noEffect}
        </Alert>
      )}
      <LockAllButtons view={view} draft={draft} onChange={onChange} />
      <PolicyGroup group="actions" view={view} draft={draft} onChange={onChange}>
        <ActionsFields
          value={actions.value}
          groupActionsNeed={
            account.data ? groupActionsWithoutAccount(actions.value, password, account.data.credential) : null
          }
          onChange={set.actions}
        />
      </PolicyGroup>
      <PolicyGroup
        group="authentication"
        view={view}
        draft={draft}
        onChange={onChange}
        whenLocked={<AccountState value={view.settings.authentication.value} />}
      >
        <AuthenticationFields value={authentication.value} onChange={set.authentication} />
      </PolicyGroup>
      <PolicyGroup group="additional" view={view} draft={draft} onChange={onChange}>
        <AdditionalFields
          value={additional.value}
          deviceZone={view.commonTimeZone}
          notice={additional.lock === 'open' ? notEnforcedSentence('additional') : null}
          onChange={set.additional}
        />
      </PolicyGroup>
    </>
  );
}

/** Setters for each group of settings. They keep their identity, so that an edit re-renders only its group. */
function settersOf(onChange: Change<PolicyUpdate>) {
  const setter =
    <G extends SettingsGroup>(group: G) =>
    (value: SettingsValues[G]) => {
      onChange((before) => ({
        ...before,
        settings: { ...before.settings, [group]: { ...before.settings[group], value } },
      }));
    };
  return { actions: setter('actions'), authentication: setter('authentication'), additional: setter('additional') };
}

interface PolicyGroupProps extends PolicyThreatResponseProps {
  readonly group: SettingsGroup;
  /** What stands below the value where a policy above has it under policy. */
  readonly whenLocked?: ReactNode;
  /** The settings themselves, shown where no policy above has them under policy. */
  readonly children: ReactNode;
}

function PolicyGroup({ group, view, draft, onChange, whenLocked, children }: PolicyGroupProps) {
  const setLock = useCallback(
    (of: SettingsGroup, lock: Lock) => {
      onChange((before) => ({
        ...before,
        settings: { ...before.settings, [of]: { ...before.settings[of], lock } },
      }));
    },
    [onChange],
  );
  if (isLockedFromAbove(view, draft, group))
    return <LockedFromAbove group={group} settings={view.settings} about={whenLocked} />;
  const own = draft.settings[group];
  return (
    <SettingsSection group={group} corner={<LockSwitch group={group} lock={own.lock} onChange={setLock} />}>
      {children}
      {own.lock === 'open' && (
        <NotEnforcedNotice group={group} deviating={view.settings[group].deviatingDevices} devices={view.deviceCount} />
      )}
    </SettingsSection>
  );
}
