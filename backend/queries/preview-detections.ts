import { maxDetectionsAtOnce } from '#contract/detection-import.ts';
import type { Answer, Parsed } from '#contract/operations.ts';
import { toInstant } from '#contract/time.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import type { DetectedObject } from '#domain/response/detection.ts';
import { reportOf } from '../csv/csv-report.ts';
import { quoted } from '../csv/csv-text.ts';
import { readDetectionFile, readDetections, type DetectionRow } from '../csv/detection-rows.ts';
import type { LineError } from '../csv/read-csv.ts';
import { Problem } from '../problem.ts';
import { currentTimeMs, type RequestContext } from '../request-context.ts';
import { nameKey } from '../records/names.ts';

/** What importing detections would do, row by row as `importDetections` does it. Nothing is written. */
export async function previewDetections(
  context: RequestContext,
  { body }: Parsed<'previewDetections'>,
): Promise<Answer<'previewDetections'>> {
  const { file, rows, errors } = readRows(body);
  await context.job.step(file.rows.length, file.rows.length);
  return context.withLock(async (locked) => {
    const found = await planDetections(locked, rows);
    const { counts } = found;
    return { ...reportOf(file, [...errors, ...found.errors], counts.valid), ...counts };
  });
}

/** A detection that is to come: on what, when, and what is found. */
export interface ScheduledDetection {
  readonly device: Device;
  /** Epoch milliseconds UTC, in simulated time: now or later. */
  readonly atMs: number;
  readonly objects: readonly DetectedObject[];
}

export function readRows(csv: string) {
  const file = readDetectionFile(csv);
  const { rows, errors } = readDetections(file);
  return { file, rows, errors: [...file.errors, ...errors] };
}

const maxObjects = 100;

/** The detections that rows make in the world as it is. @throws Problem `invalid-input` when they are too many */
export async function planDetections(locked: RequestContext, rows: readonly DetectionRow[]) {
  const now = await currentTimeMs(locked);
  const devices = new Map((await locked.store.all('devices')).map((device) => [nameKey(device.name), device]));
  const errors: LineError[] = [];
  const detections = new Map<string, { device: Device; atMs: number; objects: DetectedObject[] }>();
  let valid = 0;
  for (const { line, atMs, device: name, key, object } of rows) {
    const device = devices.get(key);
    if (!device) {
      errors.push({ line, field: 'device', message: `There is no device ${quoted(name)}. Import it first.` });
      continue;
    }
    if (atMs < now) {
      const message = `This instant has passed: it is ${toInstant(now)} in simulated time.`;
      errors.push({ line, field: 'detectedAt', message });
      continue;
    }
    const place = `${String(atMs)} ${device.id}`;
    const detection = detections.get(place) ?? { device, atMs, objects: [] };
    if (detection.objects.length === maxObjects) {
      errors.push({ line, field: null, message: `A detection has at most ${String(maxObjects)} objects.` });
      continue;
    }
    detections.set(place, detection);
    detection.objects.push(object);
    valid += 1;
  }
  const all = [...detections.values()];
  if (all.length > maxDetectionsAtOnce) {
    const [effective, most] = [all.length.toLocaleString('en'), maxDetectionsAtOnce.toLocaleString('en')];
    const message = `The file holds ${effective} detections. At most ${most} can be imported at once: split it.`;
    throw new Problem('invalid-input', message, [{ path: '/', message }]);
  }
  return {
    detections: all,
    errors,
    counts: {
      valid,
      detections: all.length,
      atOnce: all.filter(({ atMs }) => atMs === now).length,
      devices: new Set(all.map(({ device }) => device.id)).size,
    },
  };
}
