import { Alert, Button, Skeleton } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeviceRow, DeviceSettingsUpdate, DeviceSettingsView } from '#contract/devices.ts';
import { deviceStatusLabels } from '#domain/fleet/fleet.ts';
import type { DeviceId } from '#domain/ids.ts';
import { changesBetween, type AdditionalValue } from '#domain/policy/settings.ts';
import { DeviceRuns } from '#src/features/tasks/device-runs.tsx';
import { callTagged, type Tagged } from '#src/shared/api/client.ts';
import { ApiProblem, sentenceOf } from '#src/shared/api/problem.ts';
import { queryOf, taggedQueryOf } from '#src/shared/api/queries.ts';
import { noWindow, usePlace, useSetPlace } from '#src/shared/navigation/place.ts';
import { MissingWindow } from '#src/shared/ui/missing-window.tsx';
import { PropertiesWindow, type SectionEntry } from '#src/shared/ui/properties-window.tsx';
import { DeviceGeneral } from './device-general.tsx';
import { DeviceThreatResponse } from './device-threat-response.tsx';

const sections: readonly SectionEntry[] = [
  { id: 'general', title: 'General' },
  { id: 'threat-response', title: 'Threat Response', under: 'Kaspersky Sandbox integration' },
  { id: 'tasks', title: 'Local tasks' },
];

/** The Properties window of a device. */
export function DeviceWindow({ deviceId }: { deviceId: DeviceId }) {
  const device = useQuery(queryOf('device', { params: { deviceId } }));
  const settings = useQuery({
    ...taggedQueryOf('deviceSettings', { params: { deviceId } }),
    refetchOnWindowFocus: false,
  });
  const setPlace = useSetPlace();
  const close = () => {
    setPlace(noWindow);
  };
  if (device.data && settings.data) {
    return (
      <DeviceEditor device={device.data} latest={settings.data} onReload={() => settings.refetch()} onClose={close} />
    );
  }
  const error = device.error ?? settings.error;
  if (error) return <MissingWindow what="device" error={error} onRetry={() => void device.refetch()} onClose={close} />;
  return <Skeleton height={1} />;
}

interface DeviceEditorProps {
  readonly device: DeviceRow;
  readonly latest: Tagged<DeviceSettingsView>;
  readonly onReload: () => Promise<{ data: Tagged<DeviceSettingsView> | undefined }>;
  readonly onClose: () => void;
}

function DeviceEditor({ device, latest, onReload, onClose }: DeviceEditorProps) {
  const { search } = usePlace();
  const setPlace = useSetPlace();
  const queries = useQueryClient();
  const [base, setBase] = useState(latest);
  const [local, setLocal] = useState<AdditionalValue | null>(latest.value.additional.local);
  const [theirs, setTheirs] = useState<Tagged<DeviceSettingsView> | null>(null);
  const section = search.section ?? 'general';

  const take = (version: Tagged<DeviceSettingsView>) => {
    setBase(version);
    setLocal(version.value.additional.local);
    setTheirs(null);
  };
  const save = useMutation({
    mutationFn: (etag: string) => {
      const body: DeviceSettingsUpdate = { additional: local };
      return callTagged('updateDeviceSettings', { params: { deviceId: device.id }, body }, { ifMatch: etag });
    },
    onSuccess: async (saved) => {
      take(saved);
      await queries.invalidateQueries();
    },
    onError: async (error) => {
      if (!(error instanceof ApiProblem) || error.kind !== 'revision-changed') return;
      const { data } = await onReload();
      if (data) setTheirs(data);
    },
  });
  const saveOn = (etag: string) =>
    save.mutateAsync(etag).then(
      () => true,
      () => false,
    );

  return (
    <PropertiesWindow
      name={device.name}
      about={`${deviceStatusLabels[device.status]} · ${device.group.name} · ${device.timeZone}`}
      sections={sections}
      section={section}
      onSection={(next) => {
        setPlace({ section: next });
      }}
      changes={localDifferences(base.value.additional.local, local)}
      saving={save.isPending}
      onSave={() => saveOn(base.etag)}
      onClose={onClose}
    >
      {theirs && (
        <Alert severity="warning" variant="outlined" sx={{ mb: 4 }}>
          The settings of this device were saved meanwhile. Nothing was overwritten, and your edits are kept here.
          <br />
          <Button
            sx={{ mt: 2, mr: 2 }}
            onClick={() => {
              take(theirs);
              save.reset();
            }}
          >
            Reload theirs, drop mine
          </Button>
          <Button sx={{ mt: 2 }} onClick={() => void saveOn(theirs.etag)}>
            Save mine over it
          </Button>
        </Alert>
      )}
      {save.isError && !theirs && (
        <Alert severity="error" variant="outlined" sx={{ mb: 4 }}>
          Not saved. {sentenceOf(save.error)} Your edits are kept here.
        </Alert>
      )}
      {section === 'threat-response' && (
        <DeviceThreatResponse settings={base.value} zone={device.timeZone} local={local} onLocal={setLocal} />
      )}
      {section === 'tasks' && <DeviceRuns deviceId={device.id} />}
      {section !== 'threat-response' && section !== 'tasks' && <DeviceGeneral device={device} />}
    </PropertiesWindow>
  );
}

function localDifferences(from: AdditionalValue | null, to: AdditionalValue | null): string[] {
  if (from === null && to === null) return [];
  if (from === null) return ['Additional: set on the device'];
  if (to === null) return ['Additional: no longer set on the device'];
  return changesBetween('additional', from, to).map((change) => `${change.setting}: ${change.from} → ${change.to}`);
}
