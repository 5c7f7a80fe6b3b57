import type { Forecast } from '#contract/forecast.ts';
import { ZoneField } from '#src/shared/time/zone-field.tsx';
import { formatCount } from '#src/shared/ui/format-count.ts';
import { deviceZones, type Axis } from './axis.ts';

interface AxisChoiceProps {
  readonly axis: Axis;
  readonly viewerZone: string;
  readonly serverZone: string;
  readonly zones: Forecast['zones'];
  /** The instant at which offsets hold, epoch milliseconds. */
  readonly atMs: number;
  /** What the address is to say; nothing for the viewer's own time. */
  readonly onChange: (axis: string | undefined) => void;
}

const viewer = 'viewer';
const server = 'server';

/** In whose time the picture speaks: the viewer's, the server's, that of the devices of one zone, or of any other zone. */
export function AxisChoice({ axis, viewerZone, serverZone, zones, atMs, onChange }: AxisChoiceProps) {
  const known = new Map(deviceZones({ zones }).map(({ zone, devices }) => [zone, devices]));
  const labelOf = (option: string) => {
    if (option === viewer) return `Your time: ${viewerZone}`;
    if (option === server) return `Server time: ${serverZone}`;
    const devices = known.get(option);
    return devices === undefined ? option : `${option} (${formatCount(devices, ['device', 'devices'])})`;
  };
  return (
    <ZoneField
      label="Time axis"
      value={axis.kind === 'device' ? axis.zone : axis.kind}
      first={[viewer, server, ...known.keys()]}
      labelOf={labelOf}
      atMs={atMs}
      onChange={(chosen) => {
        onChange(chosen === viewer ? undefined : chosen);
      }}
      width={260}
    />
  );
}
