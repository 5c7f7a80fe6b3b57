import type { Answer, Parsed } from '#contract/operations.ts';
import { toInstant } from '#contract/time.ts';
import { md5Schema } from '#domain/ids.ts';
import { identityKey, uniformMoment } from '#domain/schedule/moment.ts';
import { Problem } from '../problem.ts';
import { currentTimeMs, type RequestContext } from '../request-context.ts';
import { withSubgroups } from './fleet-snapshot.ts';
import { lookup } from './lookup.ts';
import type { ScheduledDetection } from './preview-detections.ts';

/** What a random stream would be. Nothing is written. */
export async function previewDetectionStream(
  context: RequestContext,
  input: Parsed<'previewDetectionStream'>,
): Promise<Answer<'previewDetectionStream'>> {
  return streamView(await drawStream(context, input));
}

interface Stream {
  /** In the order of their instants. */
  readonly detections: readonly ScheduledDetection[];
  /** How many devices they were drawn from. */
  readonly of: number;
}

const names = ['invoice.scr', 'viewer.dll', 'setup.exe', 'update.js', 'report.docm', 'driver.sys', 'archive.iso'];

/**
 * So many detections on devices of the group and its subgroups, at whole seconds of the next hours: each a function of the
 * seed and its place in the stream alone.
 * @throws Problem `state-forbids` for a group without devices
 */
export async function drawStream(
  context: RequestContext,
  { params, body: { count, hours, seed } }: Pick<Parsed<'createDetectionStream'>, 'params' | 'body'>,
): Promise<Stream> {
  const group = await lookup(context, 'groups', params.groupId);
  const inside = withSubgroups(await context.store.all('groups'), group.id);
  const devices = (await context.store.all('devices'))
    .filter(({ groupId }) => inside.has(groupId))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const now = await currentTimeMs(context);
  const seconds = hours * 3_600;
  const detections = Array.from({ length: count }, (_, i): ScheduledDetection => {
    const draw = (what: string, from: number) => Math.floor(uniformMoment(seed, `stream/${what}`, String(i)) * from);
    const device = devices[draw('device', devices.length)];
    if (!device) {
      throw new Problem('state-forbids', `“${group.name}” has no devices. Select a group that has some.`);
    }
    const word = (part: number) =>
      identityKey(`${String(seed)}/${String(i)}/${String(part)}`)
        .toString(16)
        .padStart(8, '0');
    return {
      device,
      atMs: now + (draw('at', seconds) + 1) * 1_000,
      objects: [
        {
          fileName: names[draw('name', names.length)] ?? '',
          path: 'C:\\Users\\Public',
          md5: md5Schema.parse([0, 1, 2, 3].map(word).join('')),
        },
      ],
    };
  });
  return { detections: detections.sort((a, b) => a.atMs - b.atMs), of: devices.length };
}

export const streamView = ({ detections, of }: Stream): Answer<'createDetectionStream'> => ({
  detections: detections.length,
  devices: new Set(detections.map(({ device }) => device.id)).size,
  of,
  first: toInstant(detections[0]?.atMs ?? 0),
  last: toInstant(detections.at(-1)?.atMs ?? 0),
});
