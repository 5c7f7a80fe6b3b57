import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { colours } from '#src/shared/ui/chart/chart-colours.ts';
import { formatBinWidth } from './chart-text.ts';

interface ChartLegendProps {
  readonly binMs: number;
  readonly seed: number;
  readonly drafted: boolean;
}

/** What each shape of the picture means, in the order in which the eye meets them. */
export function ChartLegend({ binMs, seed, drafted }: ChartLegendProps) {
  return (
    <Box
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 1, color: 'text.secondary', typography: 'body2' }}
    >
      <Entry label={`starts per ${formatBinWidth(binMs)}${drafted ? ', draft' : ''}, sample #${String(seed)}`}>
        <rect x="3" y="2" width="4" height="10" fill={colours.window} />
        <rect x="9" y="5" width="4" height="7" fill={colours.window} />
      </Entry>
      {drafted && (
        <Entry label="starts now, same sample">
          <path d="M4 12V3h8v9" fill="none" stroke={colours.ink} strokeWidth="1.25" strokeDasharray="3 2" />
        </Entry>
      )}
      <Entry label="expected, with the range of 95 of 100 samples">
        <rect x="0" y="3" width="18" height="8" fill={colours.ink} fillOpacity="0.12" />
        <path d="M0 7h18" stroke={colours.ink} strokeDasharray="1 2" />
      </Entry>
      <Entry label="scans running at once">
        <path d="M0 9c5-7 9-7 18-3" fill="none" stroke={colours.start} strokeWidth="2" />
      </Entry>
    </Box>
  );
}

function Entry({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.5 }}>
      <svg width="18" height="14" viewBox="0 0 18 14" aria-hidden>
        {children}
      </svg>
      {label}
    </Box>
  );
}
