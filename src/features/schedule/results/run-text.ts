import type { Fate, BreakdownRow, ForecastRun } from '#contract/forecast.ts';
import { dayYearTimeIn, weekdayTimeIn } from '#src/shared/time/format.ts';
import { formatInstant } from '../chart/chart-text.ts';
import type { RunsFilter } from './runs-filter.ts';
import { parseShortSpan } from '../inputs/short-instant.ts';

/** Why a run starts when it does, or does not. */
export const fateLabels: Readonly<Record<Fate, string>> = {
  waits: 'waits for a window',
  'at-once': 'starts at once',
  offline: 'waits for the device',
  manual: 'never: manual start',
  'zone-unknown': 'never: time zone not known',
};

type WindowParts = Pick<ForecastRun, 'fate' | 'window' | 'device' | 'because'>;

/** `Tue 24 Nov 2026 20:00 – Wed 25 Nov 2026 07:00` in the device's own time, *at once*, or why there is none: for a title. */
export const describeWindow = (run: WindowParts): string => formatWindow(run, dayYearTimeIn);

function formatWindow({ fate, window, device, because }: WindowParts, format: typeof dayYearTimeIn): string {
  if (fate === 'manual') return 'none: manual start';
  if (fate === 'offline') return 'none: offline';
  if (fate === 'zone-unknown') return 'none: time zone not known';
  if (because === 'immediate') return 'none: immediate start';
  if (window === null) return 'at once';
  const { timeZone: zone } = device;
  const bounds = `${format(zone, window.opensAt)} – ${format(zone, window.closesAt)}`;
  return fate === 'at-once' ? `at once, in ${bounds}` : bounds;
}

/** `Tue 20:00 – Wed 07:00`: the same for a cell. The dates stand in the title, and of what starts at once, its window. */
export const windowShort = (run: WindowParts): string =>
  run.fate === 'at-once' && run.because !== 'immediate' ? 'at once' : formatWindow(run, weekdayTimeIn);

/** The two scopes in short, for a cell; the full label stands in its title. */
export const scopeShort: Readonly<Record<ForecastRun['scope'], string>> = {
  'system-drives': 'System drives',
  'critical-areas': 'Critical areas',
};

/** Who decided: the name of a policy, *set on the device*, *application default*, *set by hand here*. */
export function describeDecision({ decidedBy, policy }: Pick<ForecastRun, 'decidedBy' | 'policy'>): string {
  switch (decidedBy) {
    case 'locked-by-policy':
    case 'policy-not-enforced':
      return policy?.name ?? 'a policy';
    case 'device':
      return 'set on the device';
    case 'default':
      return 'application default';
    case 'hand-set':
      return 'set by hand here';
    default:
      return decidedBy satisfies never;
  }
}

/** What the table of runs is narrowed to, in words; null where it shows all of them. */
export function describeFilter(filter: RunsFilter, parts: FilterParts, zone: string, asOf: string): string | null {
  const span = parseShortSpan(filter.starts);
  const words = [
    filter.fate === undefined ? [] : [fateLabels[filter.fate]],
    span ? [`starts ${formatInstant(span.fromMs, zone, asOf)} – ${formatInstant(span.toMs, zone, asOf)}`] : [],
    filter.zone === undefined ? [] : [zoneLabel(labelOf(parts.byZone, filter.zone), filter.zone)],
    filter.sub === undefined ? [] : [`in ${labelOf(parts.byGroup, filter.sub)}`],
    filter.by === undefined ? [] : [`decided by ${labelOf(parts.byDecision, filter.by)}`],
  ].flat();
  return words.length === 0 ? null : words.join(', ');
}

type FilterParts = Readonly<Record<'byZone' | 'byGroup' | 'byDecision', readonly BreakdownRow[]>>;

/** *in Europe/Berlin*; what is no zone says so itself. */
const zoneLabel = (label: string, zone: string) => (label === zone ? `in ${zone}` : label);

const labelOf = (parts: readonly BreakdownRow[], key: string) => parts.find((part) => part.key === key)?.label ?? key;
