import type { ForecastVariant } from '#contract/forecast.ts';
import { dayTimeFrom, dayYearTimeIn, timeIn, timeSecondsIn } from '#src/shared/time/format.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';
import type { Bin } from './bins.ts';
import { formatMinutes } from '../results/figure-text.ts';

/** `Tue 24 Nov 20:04`, with seconds where there are any: an instant in a zone that stands nearby. @param asOf the simulated now */
export function formatInstant(atMs: number, zone: string, asOf: string): string {
  const seconds = Math.floor(atMs / 1000) % 60;
  const words = dayTimeFrom(zone, atMs, asOf);
  return seconds === 0 ? words : words.replace(timeIn(zone, atMs), timeSecondsIn(zone, atMs));
}

/** `15 min`, `1 h`, `30 s`: how wide the bins are. */
export function formatBinWidth(ms: number): string {
  return ms < 60_000 ? `${String(Math.round(ms / 1000))} s` : formatMinutes(Math.round(ms / 60_000));
}

const number = (count: number) => count.toLocaleString('en', { maximumFractionDigits: 1 });

/** A bin as a sentence: *Tue 24 Nov 2026 20:00–20:15: 23 starts, 21.4 expected (13–30); 41 scans at once at most.* */
export function describeBin(bin: Bin, zone: string, now: Bin | null): string {
  const place = `${dayYearTimeIn(zone, bin.fromMs)}–${timeIn(zone, bin.toMs)}`;
  const beside = now ? ` with the draft, ${formatCount(now.starts, ['start', 'starts'])} now` : '';
  const chance = `${number(bin.expected)} expected (${number(bin.low)}–${number(bin.high)})`;
  return `${place}: ${formatCount(bin.starts, ['start', 'starts'])}${beside}, ${chance}; ${formatCount(bin.running, ['scan', 'scans'])} at once at most.`;
}

/** The whole picture in words, for those who cannot see it. */
export function describeChart(side: ForecastVariant, zone: string, drafted: boolean): string {
  const whose = drafted ? 'With the draft, ' : '';
  if (side.first.at === null || side.last.at === null) return `${whose}no scan starts by itself.`;
  const starting = side.byFate.waits + side.byFate['at-once'];
  const busiest =
    side.busiest === null
      ? ''
      : ` Most start in the quarter of an hour from ${dayYearTimeIn(zone, side.busiest.from)}: ${number(side.busiest.count)}.`;
  const peak =
    side.peak === null
      ? ''
      : ` At most ${number(side.peak.count)} run at once, at ${dayYearTimeIn(zone, side.peak.at)}.`;
  return `${whose}${formatCount(starting, ['scan starts', 'scans start'])} from ${dayYearTimeIn(zone, side.first.at)} to ${dayYearTimeIn(zone, side.last.at)}, in ${zone}.${busiest}${peak}`;
}
