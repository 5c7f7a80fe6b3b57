import { maxDetectionsAtOnce } from '#contract/detection-import.ts';
import type { Answer, Parsed } from '#contract/operations.ts';
import { toInstant } from '#contract/time.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import { detectionIdSchema } from '#domain/ids.ts';
import type { DetectedObject, Detection } from '#domain/response/detection.ts';
import { refuseWithoutRows, reportOf } from '../csv/csv-report.ts';
import { quoted } from '../csv/csv-text.ts';
import { readDetectionFile, readDetections, type DetectionRow } from '../csv/detection-rows.ts';
import type { LineError } from '../csv/read-csv.ts';
import { Problem } from '../problem.ts';
import { currentTimeMs, loadServer, type RequestContext } from '../request-context.ts';
import { processDueDetections } from './process-due-detections.ts';
import { nameKey } from './names.ts';

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

/**
 * Makes the valid rows of a file detections, in one step: those at a later instant are expected, those at this very one
 * are carried out at once.
 * @throws Problem `state-forbids` when another number would be made than the query says; `invalid-input` with the errors by
 * line when no row is valid. Then nothing was written.
 */
export async function importDetections(
  context: RequestContext,
  { query: expect, body }: Parsed<'importDetections'>,
): Promise<Answer<'importDetections'>> {
  const { file, rows, errors } = readRows(body);
  await context.job.step(file.rows.length, file.rows.length);
  return context.withLock(async (locked) => {
    const { detections, counts, errors: more } = await planDetections(locked, rows);
    const wrong = [...errors, ...more];
    refuseWithoutRows(counts.valid, wrong);
    if (counts.valid !== expect.valid || counts.detections !== expect.detections) {
      throw new Problem(
        'state-forbids',
        'Time went on, or the fleet was changed, since this file was looked at: the numbers are others now. Nothing was imported. Look again.',
      );
    }
    await scheduleDetections(locked, detections);
    return { ...counts, invalid: new Set(wrong.map(({ line }) => line)).size };
  });
}

/** A detection that is to come: on what, when, and what is found. */
export interface ScheduledDetection {
  readonly device: Device;
  /** Epoch milliseconds UTC, in simulated time: now or later. */
  readonly atMs: number;
  readonly objects: readonly DetectedObject[];
}

/** Stores detections as expected, in one step, then carries out those whose instant has come. */
export async function scheduleDetections(
  context: RequestContext,
  coming: readonly ScheduledDetection[],
): Promise<void> {
  const server = await loadServer(context);
  const put = coming.map(({ device, atMs, objects }, i): Detection => ({
    id: detectionIdSchema.parse(`det-${String(server.nextNumber + i).padStart(4, '0')}`),
    detectedAtMs: atMs,
    deviceId: device.id,
    objects,
    expected: true,
    missing: [],
    localActions: [],
    taskId: null,
  }));
  await context.store.commit({
    detections: { put },
    server: { put: [{ ...server, nextNumber: server.nextNumber + put.length }] },
  });
  await processDueDetections(context);
}

function readRows(csv: string) {
  const file = readDetectionFile(csv);
  const { rows, errors } = readDetections(file);
  return { file, rows, errors: [...file.errors, ...errors] };
}

const maxObjects = 100;

/** The detections that rows make in the world as it is. @throws Problem `invalid-input` when they are too many */
async function planDetections(locked: RequestContext, rows: readonly DetectionRow[]) {
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
    const [held, most] = [all.length.toLocaleString('en'), maxDetectionsAtOnce.toLocaleString('en')];
    const message = `The file holds ${held} detections. At most ${most} can be imported at once: split it.`;
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
