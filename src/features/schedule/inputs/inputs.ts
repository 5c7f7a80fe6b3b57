import type { DryRun } from '#contract/effects.ts';
import { durationModelSchema, type DurationModelView } from '#contract/durations.ts';
import { iocScanningSchema } from '#contract/settings.ts';
import type { ForecastRequest } from '#contract/forecast.ts';
import { toInstant } from '#contract/time.ts';
import { forecastBody } from '#contract/forecast.ts';
import type { GroupId } from '#domain/ids.ts';
import type { IocScanning } from '#domain/policy/settings.ts';
import { decodeDraft, encodeDraft } from '#src/shared/navigation/draft-param.ts';
import type { SearchParams } from '#src/shared/navigation/route-location.ts';
import { parseShortInstant, parseShortSpan, formatShortInstant, formatShortSpan, type Span } from './short-instant.ts';

/** When threats are detected; instants in epoch milliseconds. */
export type Detections =
  | { readonly kind: 'at'; readonly instants: readonly number[] }
  | { readonly kind: 'stream'; readonly fromMs: number; readonly days: number; readonly perDay: number };

/** The settings that are held against those in force. */
export type Compared =
  | { readonly kind: 'none' }
  | { readonly kind: 'hand-set'; readonly scanning: IocScanning }
  | { readonly kind: 'draft'; readonly write: DryRun }
  /** The address holds a draft that cannot be read. */
  | { readonly kind: 'unreadable' };

/** Which devices are offline. `hours`: after so many they come back; null for never. */
export type Offline =
  { readonly kind: 'as-now' } | { readonly kind: 'share'; readonly percent: number; readonly hours: number | null };

/** What the *Schedule* tab is asked. What is null was left open: the backend's own, or the simulated now. */
export interface Inputs {
  readonly on: NonNullable<SearchParams['on']> | null;
  readonly detections: Detections | null;
  readonly compared: Compared;
  readonly offline: Offline;
  readonly durations: DurationModelView | null;
  readonly seed: number | null;
  readonly firstTask: number | null;
  readonly view: Span | null;
}

type InputParams = Pick<
  SearchParams,
  'on' | 'at' | 'stream' | 'set' | 'draft' | 'off' | 'scan' | 'sample' | 'first' | 'view'
>;

/** The address → the inputs. What makes no sense is left out, as if it were not there. */
export const parseInputs = (search: InputParams): Inputs => ({
  on: search.on ?? null,
  detections: parseDetections(search),
  compared: parseCompared(search),
  offline: parseOffline(search.off),
  durations: parseDurations(search.scan),
  seed: search.sample ?? null,
  firstTask: search.first ?? null,
  view: parseShortSpan(search.view),
});

/** The inputs → the address: the other way round. */
export const toSearchParams = (inputs: Inputs): { [K in keyof InputParams]: InputParams[K] | undefined } => ({
  on: inputs.on ?? undefined,
  ...detectionsSearch(inputs.detections),
  ...comparedSearch(inputs.compared),
  off: formatOffline(inputs.offline),
  scan: inputs.durations ? formatDurations(inputs.durations) : undefined,
  sample: inputs.seed ?? undefined,
  first: inputs.firstTask ?? undefined,
  view: inputs.view ? formatShortSpan(inputs.view) : undefined,
});

/**
 * What the backend is asked.
 * @param nowMs the instant of the one detection where the address names none, epoch milliseconds
 */
export function toForecastQuestion(inputs: Inputs, groupId: GroupId, nowMs: number): ForecastRequest {
  const { on, compared, offline, durations, seed, firstTask, view } = inputs;
  const detections = inputs.detections ?? { kind: 'at', instants: [nowMs] };
  return {
    place: on === null ? { kind: 'group', groupId } : { kind: 'device', deviceId: on },
    detections:
      detections.kind === 'at'
        ? { kind: 'at', instants: detections.instants.map(toInstant) }
        : { kind: 'stream', from: toInstant(detections.fromMs), days: detections.days, perDay: detections.perDay },
    offline,
    ...(compared.kind === 'draft' || compared.kind === 'hand-set' ? { draft: compared } : {}),
    ...(durations ? { durations } : {}),
    ...(seed === null ? {} : { seed }),
    ...(firstTask === null ? {} : { firstTask }),
    ...(view ? { view: { from: toInstant(view.fromMs), to: toInstant(view.toMs) } } : {}),
  };
}

function parseDetections({ at, stream }: InputParams): Detections | null {
  if (stream !== undefined) {
    const [from = '', days, perDay] = stream.split('_');
    const fromMs = parseShortInstant(from);
    const parsed = { kind: 'stream' as const, days: Number(days), perDay: Number(perDay) };
    const fits =
      fromMs !== null && forecastBody.shape.detections.safeParse({ ...parsed, from: toInstant(fromMs) }).success;
    if (fits) return { ...parsed, fromMs };
  }
  const instants = at?.split('.').map(parseShortInstant) ?? [];
  const known = [...new Set(instants.filter((instant) => instant !== null))].sort((a, b) => a - b);
  return known.length > 0 ? { kind: 'at', instants: known } : null;
}

export function detectionsSearch(detections: Detections | null): {
  at: string | undefined;
  stream: string | undefined;
} {
  if (detections === null) return { at: undefined, stream: undefined };
  if (detections.kind === 'at') return { at: detections.instants.map(formatShortInstant).join('.'), stream: undefined };
  const { fromMs, days, perDay } = detections;
  return { at: undefined, stream: [formatShortInstant(fromMs), days, perDay].join('_') };
}

function parseCompared({ set, draft }: InputParams): Compared {
  if (draft !== undefined) {
    const write = decodeDraft(draft);
    return write ? { kind: 'draft', write } : { kind: 'unreadable' };
  }
  const [scope, start = ''] = set?.split('_') ?? [];
  const [opens = '', closes = ''] = start.split('-').map((time) => `${time.slice(0, 2)}:${time.slice(2)}`);
  const mode = start === 'manual' || start === 'immediate' ? { mode: start } : null;
  const interval = { mode: 'interval', window: { start: opens, end: closes } };
  const scanning = iocScanningSchema.safeParse({ scope, start: mode ?? interval });
  return scanning.success ? { kind: 'hand-set', scanning: scanning.data } : { kind: 'none' };
}

export function comparedSearch(compared: Compared): { set: string | undefined; draft: string | undefined } {
  if (compared.kind === 'draft') return { set: undefined, draft: encodeDraft(compared.write) };
  if (compared.kind !== 'hand-set') return { set: undefined, draft: undefined };
  const { scope, start } = compared.scanning;
  const times = (window: { start: string; end: string }) => `${window.start}-${window.end}`.replaceAll(':', '');
  return {
    set: `${scope}_${start.mode === 'interval' ? times(start.window) : start.mode}`,
    draft: undefined,
  };
}

function parseOffline(off: string | undefined): Offline {
  const [percent, hours] = off?.split('_') ?? [];
  const share = forecastBody.shape.offline.safeParse({
    kind: 'share',
    percent: Number(percent),
    hours: hours === 'never' ? null : Number(hours),
  });
  return share.success && share.data.kind === 'share' ? share.data : { kind: 'as-now' };
}

export const formatOffline = (offline: Offline): string | undefined =>
  offline.kind === 'as-now' ? undefined : `${String(offline.percent)}_${String(offline.hours ?? 'never')}`;

function parseDurations(scan: string | undefined): DurationModelView | null {
  const [critical, drives] = scan?.split('_').map(parseSpan) ?? [];
  return durationModelSchema.safeParse({ 'critical-areas': critical, 'system-drives': drives }).data ?? null;
}

function parseSpan(text: string) {
  const [fromMinutes, toMinutes] = text.split('-').map(Number);
  return { fromMinutes, toMinutes };
}

export function formatDurations(model: DurationModelView): string {
  const span = ({ fromMinutes, toMinutes }: DurationModelView['critical-areas']) => [fromMinutes, toMinutes].join('-');
  return `${span(model['critical-areas'])}_${span(model['system-drives'])}`;
}
