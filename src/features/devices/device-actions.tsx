import { Suspense, useState } from 'react';
import type { DeviceRow } from '#contract/devices.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useWhyMayNot } from '#src/shared/rights/why-may-not.ts';
import { counted } from '#src/shared/ui/counted.ts';
import { later } from '#src/shared/ui/later.tsx';
import { movingDevices } from './moving-devices.ts';

const MoveDevices = later(() => import('#src/features/groups/move-devices.tsx').then((m) => m.MoveDevices));
const SetTimeZone = later(() => import('./set-time-zone.tsx').then((m) => m.SetTimeZone));

interface DeviceActionsProps {
  /** The ticked rows. */
  readonly devices: readonly DeviceRow[];
  /** Told once something was done with them. */
  readonly onDone: () => void;
}

/** What can be done with the ticked devices: move them, set their time zone. */
export function DeviceActions({ devices, onDone }: DeviceActionsProps) {
  const whyNot = useWhyMayNot('manage-devices');
  const [asking, setAsking] = useState<'move' | 'time-zone' | null>(null);
  const close = () => {
    setAsking(null);
  };
  return (
    <>
      <AllowedButton
        {...MoveDevices.onIntent}
        whyNot={whyNot}
        onClick={() => {
          setAsking('move');
        }}
      >
        Move {counted(devices.length, ['device', 'devices'])}…
      </AllowedButton>
      <AllowedButton
        {...SetTimeZone.onIntent}
        whyNot={whyNot}
        onClick={() => {
          setAsking('time-zone');
        }}
      >
        Set time zone…
      </AllowedButton>
      <Suspense fallback={null}>
        {asking === 'move' && (
          <MoveDevices devices={movingDevices(devices)} first={null} onMoved={onDone} onClose={close} />
        )}
        {asking === 'time-zone' && <SetTimeZone devices={devices} onSet={onDone} onClose={close} />}
      </Suspense>
    </>
  );
}
