import { Box } from '@mui/material';
import { deviceStatusLabels, type DeviceStatus } from '#domain/fleet/fleet.ts';

/** A device's status as a disc (full, hollow or half) and a label. */
export function DeviceStatus({ status }: { status: DeviceStatus }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.5, whiteSpace: 'nowrap' }}>
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden>
        <circle
          cx="5"
          cy="5"
          r="4"
          fill={status === 'online' ? colour : 'none'}
          stroke={status === 'offline' ? grey : colour}
          strokeWidth="1.5"
        />
        {status === 'out-of-office' && <path d="M5 1a4 4 0 0 1 0 8z" fill={colour} />}
      </svg>
      {deviceStatusLabels[status]}
    </Box>
  );
}

const colour = 'var(--vesper-palette-vesper-start)';
const grey = 'var(--vesper-palette-text-secondary)';
