import { clockTimeIn, dayIn, hourIn } from '#src/shared/time/format.ts';
import { hourMs, previewHours } from './start-markers.ts';

interface Tick {
  readonly atMs: number;
  readonly label: string;
}

/** Every third full hour of the zone's clock in the span, as `18` or `6 pm`. */
export const hourTicks = (fromMs: number, zone: string): Tick[] =>
  hoursFrom(fromMs)
    .filter((atMs) => Number(clockTimeIn(zone, atMs).slice(0, 2)) % 3 === 0)
    .map((atMs) => ({ atMs, label: hourIn(zone, atMs) }));

/** Where each local day begins, as `Wed 25 Nov`; the first stands at the span's start unless the next one is too near. */
export function dayTicks(fromMs: number, zone: string): Tick[] {
  const hours = hoursFrom(fromMs);
  const begins = hours.filter((atMs, i) => i > 0 && dayIn(zone, atMs) !== dayIn(zone, atMs - hourMs));
  const next = begins[0];
  const first = next === undefined || next - fromMs >= 5 * hourMs ? [fromMs] : [];
  const last = fromMs + (previewHours - 3) * hourMs;
  return [...first, ...begins.filter((atMs) => atMs <= last)].map((atMs) => ({ atMs, label: dayIn(zone, atMs) }));
}

const hoursFrom = (fromMs: number) => Array.from({ length: previewHours + 1 }, (_, hour) => fromMs + hour * hourMs);
