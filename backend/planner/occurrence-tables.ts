import { occurrencesBetween } from '#domain/schedule/occurrence.ts';
import type { ScanStart } from '#domain/schedule/scan-start.ts';
import { isTimeZone } from '#domain/schedule/time-zone.ts';
import { countPairs, type DeviceColumns } from './pairs.ts';

export const dayMs = 86_400_000;

/** The days of UTC, counted from the first, on which something is created. */
export interface CreationDays {
  /** Days since 1 January 1970. */
  readonly first: number;
  /** 1 for a day with a creation, 0 for one without. */
  readonly used: Uint8Array;
}

/** What an entry of a table says, by place: from one open to the next nothing changes but where the last one ends. */
export const [holdsUntil, nextOpens, nextLength, width] = [0, 1, 2, 3] as const;

export interface OccurrenceTables {
  /** Entries of `width` figures, instants in epoch milliseconds UTC; one table behind the other. */
  readonly entries: Float64Array;
  /** The entry that holds when a day begins: of each pair, the days one after the other. */
  readonly entryOf: Int32Array;
}

/**
 * The occurrences of every pair that has devices, around the days on which something is created. *Immediate* is a table of
 * one entry that holds always, *manual* of one that never does and has no next open; so is every rule in a zone that cannot
 * be planned with.
 */
export function occurrenceTables(devices: DeviceColumns, days: CreationDays): OccurrenceTables {
  const { zones, rules } = devices;
  const entries: number[] = [];
  const entryOf = new Int32Array(rules.length * zones.length * days.used.length);
  const stretches = stretchesOf(days.used);
  countPairs(devices).forEach((count, pair) => {
    const rule = rules[Math.floor(pair / zones.length)];
    const zone = zones[pair % zones.length];
    if (count === 0 || rule === undefined || zone === undefined) return;
    for (const { from, to } of stretches) {
      const fromMs = (days.first + from) * dayMs;
      const begin = entries.length;
      addTable(entries, rule, zone, fromMs, fromMs + (to - from) * dayMs);
      let entry = begin;
      for (let day = from; day < to; day += 1) {
        while ((entries[entry + nextOpens] ?? Infinity) <= (days.first + day) * dayMs) entry += width;
        entryOf[pair * days.used.length + day] = entry;
      }
    }
  });
  return { entries: Float64Array.from(entries), entryOf };
}

function addTable(entries: number[], rule: ScanStart, zone: string, fromMs: number, toMs: number): void {
  const plannable = isTimeZone(zone);
  let until = plannable && rule.mode === 'immediate' ? Infinity : -Infinity;
  if (plannable && rule.mode === 'interval') {
    // No clock change leaves more than a day empty: four days past the last creation there is a next occurrence.
    for (const { opensAtMs, closesAtMs } of occurrencesBetween(rule.window, fromMs, toMs + 4 * dayMs, zone)) {
      entries.push(until, opensAtMs, closesAtMs - opensAtMs);
      // A spring change can make an occurrence reach into the next one: an instant is held by whichever ends last.
      until = Math.max(until, closesAtMs);
    }
  }
  entries.push(until, Infinity, 0);
}

/** Days with creations that lie close enough to share their occurrences. */
function stretchesOf(used: Uint8Array): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  used.forEach((isUsed, day) => {
    const last = stretches.at(-1);
    if (isUsed === 0) return;
    if (last && day - last.to < 8) last.to = day + 1;
    else stretches.push({ from: day, to: day + 1 });
  });
  return stretches;
}
