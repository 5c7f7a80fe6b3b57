import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DryRun } from '#contract/changes.ts';
import type { DeviceRow, DeviceSettingsView } from '#contract/devices.ts';
import { deviceStatusLabels } from '#domain/fleet/fleet.ts';
import type { DeviceId } from '#domain/ids.ts';
import { localParts } from '#domain/policy/merge-parts.ts';
import { beforeApply } from '#src/features/effects/before-apply.tsx';
import { useEffects } from '#src/features/effects/effects.tsx';
import { Why } from '#src/features/explanation/why.tsx';
import { RevisionHistory } from '#src/features/history/revision-history.tsx';
import { DeviceRuns } from '#src/features/tasks/device-runs.tsx';
import { callTagged, type Tagged } from '#src/shared/api/client.ts';
import { knownName } from '#src/shared/api/known-name.ts';
import { queryOf, taggedQueryOf } from '#src/shared/api/queries.ts';
import { SaveNotices } from '#src/shared/form/save-notices.tsx';
import { useTaggedEdit } from '#src/shared/form/tagged-edit.ts';
import { noWindow, usePlace, useSetPlace, type Section } from '#src/shared/navigation/place.ts';
import { LoadingWindow } from '#src/shared/ui/loading-window.tsx';
import { MissingWindow } from '#src/shared/ui/missing-window.tsx';
import { ReadOnlyArea } from '#src/shared/rights/read-only-area.tsx';
import { useSession, whyMayNot } from '#src/shared/rights/why-may-not.ts';
import { PropertiesWindow } from '#src/shared/ui/properties-window.tsx';
import type { SectionEntry } from '#src/shared/ui/section-list.tsx';
import { DeviceGeneral } from './device-general.tsx';
import { DeviceThreatResponse } from './device-threat-response.tsx';
import { localDifferences, localDraftOf } from './local-draft.ts';

const sections: readonly SectionEntry[] = [
  { id: 'general', title: 'General' },
  { id: 'threat-response', title: 'Threat Response', under: 'Kaspersky Sandbox integration' },
  { id: 'tasks', title: 'Local tasks' },
  { id: 'revisions', title: 'Revision history' },
];

/** The Properties window of a device. */
export function DeviceWindow({ deviceId }: { deviceId: DeviceId }) {
  const device = useQuery(queryOf('device', { params: { deviceId } }));
  const settings = useQuery({
    ...taggedQueryOf('deviceSettings', { params: { deviceId } }),
    refetchOnWindowFocus: 'always',
  });
  const queries = useQueryClient();
  const { search } = usePlace();
  const setPlace = useSetPlace();
  const close = () => {
    setPlace(noWindow);
  };
  const section = search.section ?? 'general';
  const onSection = (next: Section) => {
    setPlace({ section: next });
  };
  if (device.data && settings.data) {
    return (
      <DeviceEditor
        device={device.data}
        latest={settings.data}
        section={section}
        onSection={onSection}
        onReload={() => settings.refetch()}
        onClose={close}
      />
    );
  }
  const error = device.error ?? settings.error;
  if (error) {
    const retry = () => {
      void device.refetch();
      void settings.refetch();
    };
    return <MissingWindow what="device" error={error} onRetry={retry} onClose={close} />;
  }
  return (
    <LoadingWindow
      what="device"
      name={device.data?.name ?? knownName(queries, 'groupDevices', deviceId)}
      sections={sections}
      section={section}
      onSection={onSection}
      onClose={close}
    />
  );
}

interface DeviceEditorProps {
  readonly device: DeviceRow;
  readonly latest: Tagged<DeviceSettingsView>;
  readonly section: Section;
  readonly onSection: (section: Section) => void;
  readonly onReload: () => Promise<{ data: Tagged<DeviceSettingsView> | undefined }>;
  readonly onClose: () => void;
}

function DeviceEditor({ device, latest, section, onSection, onReload, onClose }: DeviceEditorProps) {
  const edit = useTaggedEdit({
    latest,
    draftOf: localDraftOf,
    parts: localParts,
    differences: localDifferences,
    send: (body, ifMatch) => callTagged('updateDeviceSettings', { params: { deviceId: device.id }, body }, { ifMatch }),
    reload: onReload,
  });
  const write: DryRun | null =
    edit.changes.length === 0
      ? null
      : {
          operation: 'updateDeviceSettings',
          params: { deviceId: device.id },
          query: {},
          body: edit.wanted,
          ifMatch: edit.basis,
        };
  const effects = useEffects(write);
  const session = useSession();
  const whyNot = whyMayNot(session, ['manage-devices']);
  return (
    <PropertiesWindow
      name={device.name}
      about={`${deviceStatusLabels[device.status]} · ${device.group.name} · ${device.timeZone}`}
      sections={sections}
      section={section}
      onSection={onSection}
      changes={edit.changes}
      whyNot={whyNot}
      invalid={edit.unchosen}
      effects={beforeApply(effects, { write, groupId: device.group.id, on: device.id })}
      saving={edit.saving}
      onSave={edit.save}
      onClose={onClose}
    >
      {/* What may be simulated or started here takes other rights, and says so itself. */}
      <ReadOnlyArea whyNot={section === 'general' || section === 'tasks' ? null : whyNot}>
        <SaveNotices
          what="device"
          conflict={edit.conflict}
          savedMeanwhile={({ modifiedBy }) =>
            modifiedBy === session?.user
              ? 'You saved the settings of this device in another tab'
              : `${modifiedBy ?? 'Somebody'} saved the settings of this device meanwhile`
          }
          refusal={edit.refusal}
          changes={edit.changes}
          shownAtField={[]}
        />
        {section === 'threat-response' && (
          <DeviceThreatResponse settings={edit.view} zone={device.timeZone} local={edit.draft} onLocal={edit.edit} />
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
