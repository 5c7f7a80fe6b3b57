import type { Answer, Parsed } from '#contract/operations.ts';
import type { DetectionView } from '#contract/tasks.ts';
import { toEpochMs, toInstant } from '#contract/time.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import { detectionIdSchema } from '#domain/ids.ts';
import { actions } from '#domain/response/actions.ts';
import { outcomeOf, type Detection } from '#domain/response/detection.ts';
import { legitimateApplicationLabels } from '#domain/response/legitimate-applications.ts';
import { Problem } from '../problem.ts';
import { lookup, currentTimeMs, loadServer, withSubgroups, type RequestContext } from '../request-context.ts';
import { respondToDetection } from '../commands/detection-response.ts';
import { compareText, matches, pageOfRows } from './page.ts';

export async function listDetections(
  context: RequestContext,
  { query }: Parsed<'detections'>,
): Promise<Answer<'detections'>> {
  if (query.groupId !== undefined) await lookup(context, 'groups', query.groupId);
  const devices = await context.store.all('devices');
  const known = new Map(devices.map((device) => [device.id, device]));
  const groups = await context.store.all('groups');
  const inside = query.groupId === undefined ? null : withSubgroups(groups, query.groupId);
  const here = inside && new Set(devices.filter(({ groupId }) => inside.has(groupId)).map(({ id }) => id));
  const all = await context.store.all('detections');
  const direction = query.order === 'asc' ? 1 : -1;
  const found = all
    .filter(
      (d) =>
        (query.outcome === undefined || outcomeOf(d) === query.outcome) &&
        (here === null || here.has(d.deviceId)) &&
        matches(query.search, [known.get(d.deviceId)?.name ?? '', ...kindOf(d), ...d.objects.map((o) => o.fileName)]),
    )
    .sort((a, b) => direction * (a.detectedAtMs - b.detectedAtMs || compareText(a.id, b.id)));
  return {
    rows: pageOfRows(found, query).map((detection) => detectionView(detection, known.get(detection.deviceId))),
    total: found.length,
    failed: all.filter(({ failure }) => failure !== undefined).length,
    page: query.page,
    pageSize: query.pageSize,
    asOf: toInstant(await currentTimeMs(context)),
  };
}

const kindOf = ({ legitimateApplication: kind }: Detection) =>
  kind === undefined ? [] : [legitimateApplicationLabels[kind]];

export function detectionView(detection: Detection, device: Device | undefined): DetectionView {
  return {
    id: detection.id,
    detectedAt: toInstant(detection.detectedAtMs),
    device: { id: detection.deviceId, name: device?.name ?? detection.deviceId, timeZone: device?.timeZone ?? 'UTC' },
    objects: detection.objects.map((object) => ({ ...object })),
    outcome: outcomeOf(detection),
    failure: detection.failure ?? null,
    processedAt: detection.processedAtMs === undefined ? null : toInstant(detection.processedAtMs),
    taskId: detection.taskId,
    legitimateApplication: detection.legitimateApplication ?? null,
    missing: detection.missing.map(({ condition, source }) => ({ condition, source })),
    localActions: detection.localActions.map((action) => actions[action].label),
  };
}

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
