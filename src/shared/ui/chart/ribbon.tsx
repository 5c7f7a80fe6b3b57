import { Box } from '@mui/material';
import { useRef } from 'react';
import { RibbonHandle, type Handle } from './ribbon-handle.tsx';
import { barHeight, ChangeMark, DayMark, HourMark, Lane, NowMark, ribbonHeight } from './ribbon-marks.tsx';
import { leftOn, widthOn, type TimeSpan } from './ribbon-scale.ts';

interface Mark {
  readonly atMs: number;
  readonly label: string;
}

interface RibbonProps {
  readonly span: TimeSpan;
  /** Shaded time spans. */
  readonly windows: readonly (TimeSpan & { readonly label: string })[];
  /** The time span of each handle, by the handle's name. */
  readonly lanes: Readonly<Record<string, TimeSpan | undefined>>;
  readonly hours: readonly Mark[];
  readonly days: readonly Mark[];
  readonly nowMs: number;
  readonly changes: readonly Mark[];
  readonly handles: readonly Handle[];
  readonly onMove: (name: string, toMs: number) => void;
}

/** Below this width, in pixels, labels would overlap: the ribbon scrolls instead. */
const minWidth = 800;

/** A timeline with shaded windows, *now*, clock changes, and movable handles. */
export function Ribbon({ span, windows, lanes, hours, days, nowMs, changes, handles, onMove }: RibbonProps) {
  const bar = useRef<HTMLDivElement>(null);
  const at = (ms: number) => leftOn(span, ms);
  const within = (window: TimeSpan) =>
    ({
      position: 'absolute',
      top: 0,
      height: barHeight,
      left: at(window.fromMs),
      width: widthOn(span, window),
    }) as const;
  return (
    <Box sx={{ overflowX: 'auto', overflowY: 'hidden', px: 3, mx: -3 }}>
      <Box
        sx={{
          position: 'relative',
          minWidth,
          height: ribbonHeight(handles.length),
          mt: 6,
          userSelect: 'none',
        }}
      >
        <Box
          ref={bar}
          sx={{
            position: 'relative',
            height: barHeight,
            border: 1,
            borderColor: 'vesper.strongLine',
            borderRadius: 1.5,
          }}
        />
        <Box aria-hidden>
          {windows.map((window) => (
            <Box
              key={window.fromMs}
              data-drawn
              sx={{
                ...within(window),
                bgcolor: 'vesper.windowFill',
                borderInline: 1,
                borderColor: 'vesper.window',
              }}
            />
          ))}
          {hours.map((hour) => (
            <HourMark key={hour.atMs} left={at(hour.atMs)} label={hour.label} />
          ))}
          {days.map((day) => (
            <DayMark key={day.atMs} left={at(day.atMs)} label={day.label} />
          ))}
          {windows.map((window) => (
            <Box
              key={window.fromMs}
              sx={{
                ...within(window),
                display: 'grid',
                placeItems: 'center',
                whiteSpace: 'nowrap',
                fontWeight: 600,
                fontSize: '0.75rem',
              }}
            >
              {window.label}
            </Box>
          ))}
          {handles.map((handle, lane) => {
            const target = lanes[handle.name];
            return target && <Lane key={handle.name} span={span} fromMs={handle.atMs} bar={target} lane={lane} />;
          })}
          {changes.map((change) => (
            <ChangeMark key={change.atMs} left={at(change.atMs)} label={change.label} />
          ))}
          <NowMark left={at(nowMs)} />
        </Box>
        {handles.map((handle) => (
          <RibbonHandle
            key={handle.name}
            handle={handle}
            span={span}
            bar={bar}
            onMove={(toMs) => {
              onMove(handle.name, toMs);
            }}
          />
        ))}
      </Box>
    </Box>
  );
}
