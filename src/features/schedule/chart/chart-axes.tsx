import { colours } from '#src/shared/ui/chart/chart-colours.ts';
import { frame, type Scales } from './chart-scale.ts';
import type { Span } from '../inputs/short-instant.ts';
import { dateLines, timeTicks } from '#src/shared/time/ticks.ts';
import { dayIn, dayYearIn, timeIn, yearIn } from '#src/shared/time/format.ts';

const floor = frame.height - frame.bottom;
const small = { fontSize: 11, fill: colours.muted } as const;

/** Runs from below upwards, with a line at each tick. */
export function CountAxis({ scales: { x, y } }: { scales: Scales }) {
  const [left = 0, right = 0] = x.range();
  return y
    .ticks(4)
    .filter(Number.isInteger)
    .map((count) => (
      <g key={count}>
        <line
          x1={left}
          x2={right}
          y1={y(count)}
          y2={y(count)}
          stroke={count === 0 ? colours.strongLine : colours.line}
        />
        <text {...small} x={left - 8} y={y(count) + 4} textAnchor="end">
          {count.toLocaleString('en')}
        </text>
      </g>
    ));
}

/** Room of a tick and of a date, in pixels. */
const tickRoom = 64;
const dateRoom = 84;

interface TimeAxisProps {
  readonly scales: Scales;
  readonly span: Span;
  readonly zone: string;
  readonly asOf: string;
}

/** A date; with its year where that is another one than of the date before, and of the first than of the simulated now. */
const dateLabel = (zone: string, atMs: number, before: number | string) =>
  yearIn(zone, atMs) === yearIn(zone, before) ? dayIn(zone, atMs) : dayYearIn(zone, atMs);

/** Times of the zone below the picture, and below them the dates; a line where each day begins. */
export function TimeAxis({ scales: { x }, span, zone, asOf }: TimeAxisProps) {
  const [left = 0, right = 0] = x.range();
  const ticks = timeTicks(span, zone, Math.max(2, (right - left) / tickRoom));
  const byDay = ticks.some(({ label }) => !label.includes(':'));
  const days = dateLines(span, zone);
  const first = days[0];
  const named = [
    ...(first === undefined || x(first.atMs) - left > dateRoom
      ? [{ atMs: span.fromMs, label: dayIn(zone, span.fromMs) }]
      : []),
    ...days,
  ];
  const every = Math.max(1, Math.ceil((named.length * dateRoom) / (right - left)));
  return (
    <>
      {days.map(({ atMs }) => (
        <line key={atMs} x1={x(atMs)} x2={x(atMs)} y1={frame.top} y2={floor + 34} stroke={colours.strongLine} />
      ))}
      {!byDay &&
        ticks.map(({ atMs, label }) => (
          <g key={atMs}>
            <line x1={x(atMs)} x2={x(atMs)} y1={floor} y2={floor + 4} stroke={colours.strongLine} />
            {x(atMs) < right - 14 && (
              <text {...small} x={x(atMs)} y={floor + 17} textAnchor="middle">
                {label}
              </text>
            )}
          </g>
        ))}
      {named
        .filter(({ atMs }, place) => place % every === 0 && right - x(atMs) > 64)
        .map(({ atMs }, place, shown) => (
          <text key={atMs} {...small} x={x(atMs) + (atMs === span.fromMs ? 0 : 5)} y={floor + 34} fontWeight={600}>
            {dateLabel(zone, atMs, shown[place - 1]?.atMs ?? asOf)}
          </text>
        ))}
    </>
  );
}

interface DetectionMarksProps {
  readonly scales: Scales;
  readonly detections: readonly number[];
  readonly zone: string;
}

/** Where threats are detected. Named where there is room. */
export function DetectionMarks({ scales: { x }, detections, zone }: DetectionMarksProps) {
  const [left = 0, right = 0] = x.range();
  let free = -Infinity;
  return detections
    .map((atMs) => ({ atMs, place: x(atMs) }))
    .filter(({ place }) => place >= left - 0.5 && place <= right + 0.5)
    .map(({ atMs, place }) => {
      const named = place >= free && right - place > 110;
      if (named) free = place + 118;
      return (
        <g key={atMs}>
          <line x1={place} x2={place} y1={14} y2={floor} stroke={colours.now} strokeWidth={1.5} />
          <path d={`M${String(place - 4)} 14h8l-4 6z`} fill={colours.now} />
          {named && (
            <text x={place + 7} y={22} fontSize={11} fontWeight={600} fill={colours.now}>
              {detections.length > 12 ? '' : `detection ${timeIn(zone, atMs)}`}
            </text>
          )}
        </g>
      );
    });
}

export interface ChangeMark {
  readonly atMs: number;
  readonly label: string;
}

/** Clock changes: dotted lines, named at their top where there is room. */
export function ChangeMarks({ scales: { x }, changes }: { scales: Scales; changes: readonly ChangeMark[] }) {
  const [left = 0, right = 0] = x.range();
  let free = -Infinity;
  return changes
    .map((change) => ({ ...change, place: x(change.atMs) }))
    .filter(({ place }) => place >= left && place <= right)
    .map(({ atMs, label, place }) => {
      const named = place >= free;
      const wide = 6.1 * label.length;
      if (named) free = place + wide + 12;
      const flips = place + wide > right;
      return (
        <g key={`${String(atMs)} ${label}`}>
          <line
            x1={place}
            x2={place}
            y1={28}
            y2={floor}
            stroke={colours.ink}
            strokeWidth={1.5}
            strokeDasharray="1.5 3"
          />
          {named && (
            <text
              x={place + (flips ? -5 : 5)}
              y={36}
              fontSize={11}
              fill={colours.ink}
              textAnchor={flips ? 'end' : 'start'}
            >
              {label}
            </text>
          )}
        </g>
      );
    });
}
