import type { ReactNode } from 'react';
import type { PolicyUpdate, PolicyView } from '#contract/policies.ts';
import type { SettingsGroup } from '#domain/policy/settings.ts';
import { AdditionalFields } from '#src/features/threat-response/additional-fields.tsx';
import { NotEnforcedNotice } from '#src/features/threat-response/not-enforced-notice.tsx';
import { notEnforcedWords } from '#src/features/threat-response/not-enforced.ts';
import { LockSwitch, SettingsFrame } from '#src/features/threat-response/settings-frame.tsx';
import { ValueLines } from '#src/features/threat-response/value-lines.tsx';
import { LockedFromAbove } from './locked-from-above.tsx';

interface PolicyThreatResponseProps {
  readonly view: PolicyView;
  readonly draft: PolicyUpdate;
  readonly onChange: (draft: PolicyUpdate) => void;
}

/** *Threat Response* of a policy: three groups of settings, each with its lock. */
export function PolicyThreatResponse({ view, draft, onChange }: PolicyThreatResponseProps) {
  const { actions, authentication, additional } = draft.settings;
  return (
    <>
      <PolicyGroup group="actions" view={view} draft={draft} onChange={onChange}>
        <ValueLines group="actions" value={actions.value} />
      </PolicyGroup>
      <PolicyGroup group="authentication" view={view} draft={draft} onChange={onChange}>
        <ValueLines group="authentication" value={authentication.value} />
      </PolicyGroup>
      <PolicyGroup group="additional" view={view} draft={draft} onChange={onChange}>
        <AdditionalFields
          value={additional.value}
          deviceZone={view.commonTimeZone}
          notice={additional.lock === 'open' ? notEnforcedWords('additional') : null}
          onChange={(value) => {
            onChange({ ...draft, settings: { ...draft.settings, additional: { ...additional, value } } });
          }}
        />
      </PolicyGroup>
    </>
  );
}

interface PolicyGroupProps extends PolicyThreatResponseProps {
  readonly group: SettingsGroup;
  /** The settings themselves, shown where no policy above has them under policy. */
  readonly children: ReactNode;
}

function PolicyGroup({ group, view, draft, onChange, children }: PolicyGroupProps) {
  const { lockedBy, deviatingDevices } = view.settings[group];
  if (lockedBy !== null && (draft.inherit || view.forcedBy !== null)) {
    return <LockedFromAbove group={group} settings={view.settings} />;
  }
  const own = draft.settings[group];
  return (
    <SettingsFrame
      group={group}
      corner={
        <LockSwitch
          group={group}
          lock={own.lock}
          onChange={(lock) => {
            onChange({ ...draft, settings: { ...draft.settings, [group]: { ...own, lock } } });
          }}
        />
      }
    >
      {children}
      {own.lock === 'open' && (
        <NotEnforcedNotice group={group} deviating={deviatingDevices} devices={view.deviceCount} />
      )}
    </SettingsFrame>
  );
}
