import type { Answer, Parsed } from '#contract/operations.ts';
import type { DetectionView } from '#contract/tasks.ts';
import { toInstant } from '#contract/time.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import { actions } from '#domain/response/actions.ts';
import { outcomeOf, type Detection } from '#domain/response/detection.ts';
import { legitimateApplicationLabels } from '#domain/response/legitimate-applications.ts';
import { currentTimeMs, type RequestContext } from '../request-context.ts';
import { withSubgroups } from './fleet-snapshot.ts';
import { lookup } from './lookup.ts';
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
