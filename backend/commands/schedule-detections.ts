import type { Answer, Parsed } from '#contract/operations.ts';
import { detectionIdSchema } from '#domain/ids.ts';
import type { Detection } from '#domain/response/detection.ts';
import { type RequestContext, loadServer } from '../request-context.ts';
import type { ScheduledDetection } from '../queries/preview-detections.ts';
import { processDueDetections } from './process-due-detections.ts';
import { drawStream, streamView } from '../queries/detection-stream.ts';

/** Expects a random stream of detections. */
export async function createDetectionStream(
  context: RequestContext,
  input: Parsed<'createDetectionStream'>,
): Promise<Answer<'createDetectionStream'>> {
  const stream = await drawStream(context, input);
  await scheduleDetections(context, stream.detections);
  return streamView(stream);
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
