import { Suspense, useState } from 'react';
import type { DeviceRow } from '#contract/devices.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';
import { DecisionChip } from './decision-chip.tsx';
import { toMovingDevices } from './moving-devices.ts';

const MoveDevices = lazyComponent(() => import('#src/features/groups/move-devices.tsx').then((m) => m.MoveDevices));
const SetTimeZone = lazyComponent(() => import('./set-time-zone.tsx').then((m) => m.SetTimeZone));

interface DeviceActionsProps {
  /** The decision that the list is narrowed to, in words; null where it is not. */
  readonly decided: string | null;
  readonly onUndecided: () => void;
  /** The ticked rows. */
  readonly devices: readonly DeviceRow[];
  /** Told once something was done with them. */
  readonly onDone: () => void;
}

/** Beside what narrows the list: the decision it is narrowed to, and what can be done with the ticked devices. */
export function DeviceActions({ decided, onUndecided, devices, onDone }: DeviceActionsProps) {
  return (
    <>
      {decided !== null && <DecisionChip words={decided} onRemove={onUndecided} />}
      {devices.length > 0 && <Actions devices={devices} onDone={onDone} />}
    </>
  );
}

/** Move them, set their time zone. */
function Actions({ devices, onDone }: Pick<DeviceActionsProps, 'devices' | 'onDone'>) {
  const denied = useDenialReason('manage-devices');
  const [asking, setAsking] = useState<'move' | 'time-zone' | null>(null);
  const close = () => {
    setAsking(null);
  };
  return (
    <>
      <AllowedButton
        {...MoveDevices.onIntent}
        disabledReason={denied}
        onClick={() => {
          setAsking('move');
        }}
      >
        Move {formatCount(devices.length, ['device', 'devices'])}…
      </AllowedButton>
      <AllowedButton
        {...SetTimeZone.onIntent}
        disabledReason={denied}
        onClick={() => {
          setAsking('time-zone');
        }}
      >
        Set time zone…
      </AllowedButton>
      <Suspense fallback={null}>
        {asking === 'move' && (
          <MoveDevices devices={toMovingDevices(devices)} first={null} onMoved={onDone} onClose={close} />
        )}
        {asking === 'time-zone' && <SetTimeZone devices={devices} onSet={onDone} onClose={close} />}
      </Suspense>
    </>
  );
}
