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
  /** The text of the decision filter; null without one. */
  readonly decisionText: string | null;
  readonly onClearDecision: () => void;
  /** The selected rows. */
  readonly devices: readonly DeviceRow[];
  /** Called after an action succeeded. */
  readonly onDone: () => void;
}

/** The decision filter and the actions on selected devices, in the toolbar. */
export function DeviceActions({ decisionText, onClearDecision, devices, onDone }: DeviceActionsProps) {
  return (
    <>
      {decisionText !== null && <DecisionChip words={decisionText} onRemove={onClearDecision} />}
      {devices.length > 0 && <Actions devices={devices} onDone={onDone} />}
    </>
  );
}

function Actions({ devices, onDone }: Pick<DeviceActionsProps, 'devices' | 'onDone'>) {
  const denied = useDenialReason('manage-devices');
  const [dialog, setDialog] = useState<'move' | 'time-zone' | null>(null);
  const close = () => {
    setDialog(null);
  };
  return (
    <>
      <AllowedButton
        {...MoveDevices.onIntent}
        disabledReason={denied}
        onClick={() => {
          setDialog('move');
        }}
      >
        Move {formatCount(devices.length, ['device', 'devices'])}…
      </AllowedButton>
      <AllowedButton
        {...SetTimeZone.onIntent}
        disabledReason={denied}
        onClick={() => {
          setDialog('time-zone');
        }}
      >
        Set time zone…
      </AllowedButton>
      <Suspense fallback={null}>
        {dialog === 'move' && (
          <MoveDevices devices={toMovingDevices(devices)} first={null} onMoved={onDone} onClose={close} />
        )}
        {dialog === 'time-zone' && <SetTimeZone devices={devices} onSet={onDone} onClose={close} />}
      </Suspense>
    </>
  );
}
