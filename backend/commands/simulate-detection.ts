import type { Parsed } from '#contract/operations.ts';
import type { DetectionView } from '#contract/tasks.ts';
import { toEpochMs, toInstant } from '#contract/time.ts';
import { detectionIdSchema } from '#domain/ids.ts';
import type { Detection } from '#domain/response/detection.ts';
import { Problem } from '../problem.ts';
import { currentTimeMs, loadServer, type RequestContext } from '../request-context.ts';
import { respondToDetection } from './detection-response.ts';
import { detectionView } from '../queries/detections.ts';

/**
 * A detection on a device. Now in simulated time it is carried out at once; one at a later instant is expected, and
 * waits for it with no task: what holds then is not known yet.
 */
export async function simulateDetection(
  context: RequestContext,
  { body }: Parsed<'simulateDetection'>,
): Promise<DetectionView> {
  const device = await context.store.get('devices', body.deviceId);
  if (!device) {
    throw new Problem('invalid-input', 'There is no such device. Choose one from the list.', [
      { path: '/deviceId', message: 'There is no such device' },
    ]);
  }
  const now = await currentTimeMs(context);
  const atMs = body.at === undefined ? now : toEpochMs(body.at);
  if (atMs < now) {
    throw new Problem(
      'invalid-input',
      `It is ${toInstant(now)} in simulated time. Choose that instant or a later one.`,
      [{ path: '/at', message: 'This instant has passed' }],
    );
  }
  const server = await loadServer(context);
  const detected: Detection = {
    id: detectionIdSchema.parse(`det-${String(server.nextNumber).padStart(4, '0')}`),
    detectedAtMs: atMs,
    deviceId: device.id,
    objects: body.objects,
    ...(body.legitimateApplication === undefined ? {} : { legitimateApplication: body.legitimateApplication }),
    missing: [],
    localActions: [],
    taskId: null,
  };
  const { detection, changes } =
    atMs > now ? expectedDetection(detected) : await respondToDetection(context, server, detected);
  await context.store.commit({ ...changes, server: { put: [{ ...server, nextNumber: server.nextNumber + 1 }] } });
  return detectionView(detection, device);
}

function expectedDetection(detected: Detection) {
  const detection: Detection = { ...detected, expected: true };
  return { detection, changes: { detections: { put: [detection] } } };
}
