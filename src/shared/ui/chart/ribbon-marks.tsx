import { Box } from '@mui/material';
import { leftOn, widthOn, type TimeSpan } from './ribbon-scale.ts';

/** Heights below the top of the bar, in pixels: the hours, *now*, then one lane for each handle. */
export const barHeight = 46;
const nowTop = barHeight + 19;
const firstLane = barHeight + 44;
const laneHeight = 12;
export const ribbonHeight = (lanes: number) => firstLane + lanes * laneHeight;

const small = { position: 'absolute', fontSize: '0.6875rem', lineHeight: 1.4, whiteSpace: 'nowrap' } as const;

interface MarkProps {
  readonly left: string;
  readonly label: string;
}

export function HourMark({ left, label }: MarkProps) {
  return (
    <Box sx={{ position: 'absolute', left, top: 0, height: barHeight + 3, borderLeft: 1, borderColor: 'divider' }}>
      <Box
        component="span"
        sx={{ ...small, top: barHeight + 4, left: 0, transform: 'translateX(-50%)', color: 'text.secondary' }}
      >
        {label}
      </Box>
    </Box>
  );
}

export function DayMark({ left, label }: MarkProps) {
  return (
    <Box
      sx={{
        position: 'absolute',
        left,
        top: -18,
        height: 18 + barHeight,
        borderLeft: 1,
        borderColor: 'vesper.strongLine',
      }}
    >
      <Box component="span" sx={{ ...small, top: 0, left: 5, color: 'text.secondary' }}>
        {label}
      </Box>
    </Box>
  );
}

export function NowMark({ left }: { left: string }) {
  return (
    <Box sx={{ position: 'absolute', left, top: -4, height: nowTop + 6, borderLeft: 2, borderColor: 'vesper.now' }}>
      <Box
        component="span"
        sx={{
          ...small,
          top: nowTop + 4,
          left: -1,
          transform: 'translateX(-50%)',
          px: 0.5,
          color: 'vesper.now',
          bgcolor: 'background.paper',
          fontWeight: 600,
          zIndex: 1,
        }}
      >
        now
      </Box>
    </Box>
  );
}

export function ChangeMark({ left, label }: MarkProps) {
  return (
    <Box
      sx={{
        position: 'absolute',
        left,
        top: -6,
        height: barHeight + 12,
        borderLeft: '2px dotted',
        borderColor: 'text.primary',
      }}
    >
      <Box
        component="span"
        sx={{ ...small, bottom: 2 + 6, left: 4, px: 0.5, bgcolor: 'background.paper', borderRadius: 0.5 }}
      >
        {label}
      </Box>
    </Box>
  );
}

interface LaneProps {
  readonly span: TimeSpan;
  /** The instant of the handle. */
  readonly fromMs: number;
  readonly bar: TimeSpan;
  readonly lane: number;
}

/** The time span of a handle, joined to the handle by a dotted line. */
export function Lane({ span, fromMs, bar, lane }: LaneProps) {
  const top = firstLane + lane * laneHeight;
  return (
    <>
      <Box
        sx={{
          position: 'absolute',
          left: leftOn(span, fromMs),
          width: widthOn(span, { fromMs, toMs: bar.fromMs }),
          top: 34,
          height: top - 34 + 3,
          borderLeft: '1px dotted',
          borderBottom: '1px dotted',
          borderColor: 'vesper.start',
        }}
      />
      <Box
        data-drawn
        sx={{
          position: 'absolute',
          top,
          left: leftOn(span, bar.fromMs),
          width: widthOn(span, bar),
          minWidth: 6,
          height: 6,
          borderRadius: 3,
          bgcolor: 'vesper.start',
          opacity: 0.6,
        }}
      />
    </>
  );
}
