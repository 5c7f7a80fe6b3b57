import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DryRun } from '#contract/effects.ts';
import { operations } from '#contract/operations.ts';
import type { DeviceRow, DeviceSettingsView } from '#contract/devices.ts';
import { deviceStatusLabels } from '#domain/fleet/fleet.ts';
import type { DeviceId } from '#domain/ids.ts';
import { localParts } from '#domain/policy/merge-parts.ts';
import { applyEffects, reviewRequired } from '#src/features/effects/apply-effects.tsx';
import { useEffects } from '#src/features/effects/effects.tsx';
import { Why } from '#src/features/explanation/why.tsx';
import { RevisionHistory } from '#src/features/history/revision-history.tsx';
import { DeviceRuns } from '#src/features/tasks/device-runs.tsx';
import { callTagged, type Tagged } from '#src/shared/api/client.ts';
import { cachedName } from '#src/shared/api/cached-name.ts';
import { queryOf, taggedQueryOf } from '#src/shared/api/queries.ts';
import { notFoundError } from '#src/shared/form/not-found-error.ts';
import { draftKey } from '#src/shared/form/saved-draft.ts';
import { RecoveredDraftNotice } from '#src/shared/form/recovered-draft-notice.tsx';
import { SaveNotices } from '#src/shared/form/save-notices.tsx';
import { describeRevisionAuthor } from '#src/shared/form/describe-save.ts';
import { useVersionedForm } from '#src/shared/form/use-versioned-form.ts';
import { useWindowLocation, type WindowLocation } from '#src/shared/navigation/window-location.ts';
import { unknownZoneText } from '#src/shared/time/unknown-zone-text.ts';
import { LoadingWindow } from '#src/shared/ui/dialog/loading-window.tsx';
import { MissingWindow } from '#src/shared/ui/dialog/missing-window.tsx';
import { ReadOnlyArea } from '#src/shared/rights/read-only-area.tsx';
import { useSession, denialReason } from '#src/shared/rights/denial-reason.ts';
import { PropertiesWindow } from '#src/shared/ui/dialog/properties-window.tsx';
import type { SectionEntry } from '#src/shared/ui/dialog/section-list.tsx';
import { DeviceGeneral } from './device-general.tsx';
import { DeviceThreatResponse } from './device-threat-response.tsx';
import { localDifferences, localDraftOf } from './local-draft.ts';

const sections: readonly SectionEntry[] = [
  { id: 'general', title: 'General' },
  { id: 'threat-response', title: 'Threat Response', under: 'Kaspersky Sandbox integration' },
  { id: 'tasks', title: 'Local tasks' },
  { id: 'revisions', title: 'Revision history' },
];

/** Schemas to parse a stored draft. */
const draftForm = { view: operations.deviceSettings.answer, draft: operations.updateDeviceSettings.body.required() };

const settingsQuery = (deviceId: DeviceId) => taggedQueryOf('deviceSettings', { params: { deviceId } });

/** The Properties window of a device. */
export function DeviceWindow({ deviceId }: { deviceId: DeviceId }) {
  const device = useQuery(queryOf('device', { params: { deviceId } }));
  const settings = useQuery({
    ...settingsQuery(deviceId),
    refetchOnWindowFocus: 'always',
  });
  const queries = useQueryClient();
  const place = useWindowLocation();
  if (device.data && settings.data) {
    return (
      <DeviceEditor
        device={device.data}
        latest={settings.data}
        deleted={notFoundError(settings.error)}
        {...place}
        onReload={() => settings.refetch()}
      />
    );
  }
  const error = device.error ?? settings.error;
  if (error) {
    const retry = () => {
      void device.refetch();
      void settings.refetch();
    };
    return <MissingWindow what="device" error={error} onRetry={retry} onClose={place.onClose} />;
  }
  return (
    <LoadingWindow
      what="device"
      name={device.data?.name ?? cachedName(queries, 'groupDevices', deviceId)}
      sections={sections}
      {...place}
    />
  );
}

interface DeviceEditorProps extends WindowLocation {
  readonly device: DeviceRow;
  readonly latest: Tagged<DeviceSettingsView>;
  readonly deleted: Error | null;
  readonly onReload: () => Promise<{ data: Tagged<DeviceSettingsView> | undefined }>;
}

function DeviceEditor({ device, latest, deleted, section, onSection, onReload, onClose }: DeviceEditorProps) {
  const session = useSession();
  const denied = denialReason(session, ['manage-devices']);
  const edit = useVersionedForm({
    latest,
    deleted,
    queryKey: settingsQuery(device.id).queryKey,
    storageName: session ? { name: draftKey(session.scenario, session.user, 'device', device.id), ...draftForm } : null,
    draftOf: localDraftOf,
    parts: localParts,
    differences: localDifferences,
    operation: 'updateDeviceSettings',
    send: (body, options) => callTagged('updateDeviceSettings', { params: { deviceId: device.id }, body }, options),
    reload: onReload,
  });
  const write: DryRun | null = !edit.canBeTried
    ? null
    : {
        operation: 'updateDeviceSettings',
        params: { deviceId: device.id },
        query: {},
        body: edit.wanted,
        ifMatch: edit.basis,
      };
  const effects = useEffects(write, { isPaused: edit.saving });
  return (
    <PropertiesWindow
      name={device.name}
      about={`${deviceStatusLabels[device.status]} · ${device.group.name} · ${device.timeZoneKnown ? device.timeZone : unknownZoneText(device.timeZone)}`}
      sections={sections}
      section={section}
      onSection={onSection}
      changes={edit.changes}
      saveDenied={denied}
      invalid={edit.unchosen}
      effects={
        edit.newer
          ? reviewRequired(describeRevisionAuthor(edit.newer.value, session?.user), edit.newer.review)
          : applyEffects(effects, { write, groupId: device.group.id, on: device.id })
      }
      saving={edit.saving}
      onSave={edit.save}
      onClose={onClose}
      onDiscard={edit.discarded}
    >
      {/* *General* and *Local tasks* need other rights and check them themselves. */}
      <ReadOnlyArea reason={section === 'general' || section === 'tasks' ? null : denied}>
        {denied === null && <RecoveredDraftNotice found={edit.found} />}
        <SaveNotices
          what="device"
          conflict={edit.conflict}
          savedMeanwhile={({ modifiedBy }) =>
            modifiedBy === session?.user
              ? 'You saved the settings of this device in another tab'
              : `${modifiedBy ?? 'Somebody'} saved the settings of this device meanwhile`
          }
          user={session?.user}
          newer={edit.newer}
          savedBefore={edit.savedBefore}
          refusal={edit.refusal}
          changes={edit.changes}
          shownAtField={[]}
        />
        {section === 'threat-response' && (
          <DeviceThreatResponse
            settings={edit.view}
            zone={device.timeZoneKnown ? device.timeZone : 'UTC'}
            local={edit.draft}
            onLocal={(local) => {
              edit.edit(() => local);
            }}
          />
        )}
        <Why subject={{ device: device.id }} unsaved={edit.changes.length > 0} />
        {section === 'tasks' && <DeviceRuns deviceId={device.id} />}
        {section === 'revisions' && (
          <RevisionHistory
            object={{ kind: 'device', objectId: device.id }}
            unsaved={edit.changes}
            onRestored={edit.takeNewest}
          />
        )}
        {section === 'general' && <DeviceGeneral device={device} />}
      </ReadOnlyArea>
    </PropertiesWindow>
  );
}
