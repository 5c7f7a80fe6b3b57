import type { Answer, Parsed } from '#contract/operations.ts';
import { isDisplayable } from '#contract/text.ts';
import type { Detection } from '#domain/response/detection.ts';
import { Problem } from '../problem.ts';
import { lookup, currentTimeMs, loadServer, type RequestContext } from '../request-context.ts';
import { respondToDetection } from './detection-response.ts';

/**
 * Carries out the expected detections whose instant has come, in the order of their instants. Asked before every
 * request: settings, statuses and the account change by requests only, so what is in force now was in force then.
 *
 * Each is processed by itself. One that fails is set aside with its reason, to be retried by a person; the others go on.
 * It never throws: no request depends on a detection that has nothing to do with it.
 */
export async function processDueDetections(context: RequestContext): Promise<void> {
  const due = await dueDetections(context).catch(() => []);
  for (const detection of due) {
    await processDetection(context, detection).catch((error: unknown) => setAside(context, detection, reasonOf(error)));
  }
}

async function dueDetections(context: RequestContext): Promise<Detection[]> {
  const expected = await context.store.where('detections', 'expected', 'true');
  if (expected.length === 0) return [];
  const now = await currentTimeMs(context);
  return expected
    .filter((detection) => detection.detectedAtMs <= now)
    .sort((a, b) => a.detectedAtMs - b.detectedAtMs || (a.id < b.id ? -1 : 1));
}

async function processDetection(context: RequestContext, detection: Detection): Promise<void> {
  // That it failed could not be stored: it is not tried over and over, but stored as failed when that is possible.
  const known = unstoredFailures.get(detection);
  if (known) throw new Problem('state-forbids', known.reason);
  const { changes } = await respondToDetection(context, await loadServer(context), detection);
  await context.store.commit(changes);
}

/** Failures that the disk did not take, by the very record, with the real instant of the last attempt (epoch ms UTC). */
const unstoredFailures = new WeakMap<Detection, { readonly reason: string; readonly triedMs: number }>();

/** How long after a failed attempt to store a failure the next one is made: a broken disk must not slow every request. */
const retryStoreAfterMs = 60_000;

async function setAside({ store, realNow }: RequestContext, detection: Detection, reason: string): Promise<void> {
  const known = unstoredFailures.get(detection);
  const nowMs = realNow();
  if (known && nowMs - known.triedMs < retryStoreAfterMs) return;
  unstoredFailures.set(detection, { reason, triedMs: nowMs });
  await store.commit({ detections: { put: [failedDetection(detection, reason)] } }).catch(() => undefined);
}

/** The detection as one that could not be processed: nothing came of it, and it is no longer expected. */
export function failedDetection(
  { id, detectedAtMs, deviceId, objects, legitimateApplication }: Detection,
  failure: string,
): Detection {
  const kind = legitimateApplication === undefined ? {} : { legitimateApplication };
  return { id, detectedAtMs, deviceId, objects, ...kind, failure, taskId: null, missing: [], localActions: [] };
}

/**
 * Processes detections that failed, now: what was in force at their own instants is not known any more, and no run can
 * start in the past. So their tasks are created at the simulated now, with the settings and statuses of now; the instant
 * of the detection itself stays. One that fails again keeps its new reason.
 * @throws Problem `not-found`, `state-forbids` for one that did not fail; then none was processed
 */
export async function retryDetections(
  context: RequestContext,
  { body }: Parsed<'retryDetections'>,
): Promise<Answer<'retryDetections'>> {
  const wanted = await failedDetections(context, body.detections);
  const now = await currentTimeMs(context);
  let processed = 0;
  for (const detection of wanted) {
    const { store } = context;
    try {
      const { changes } = await respondToDetection(context, await loadServer(context), detection, now);
      await store.commit(changes);
      processed += 1;
    } catch (error) {
      await store.commit({ detections: { put: [failedDetection(detection, reasonOf(error))] } });
    }
  }
  return { processed, failed: wanted.length - processed };
}

/** In the order of their instants. */
async function failedDetections(
  context: RequestContext,
  which: Parsed<'retryDetections'>['body']['detections'],
): Promise<Detection[]> {
  const detections =
    which === 'all'
      ? (await context.store.all('detections')).filter(({ failure }) => failure !== undefined)
      : await Promise.all([...new Set(which)].map((id) => lookup(context, 'detections', id)));
  const other = detections.find(({ failure }) => failure === undefined);
  if (other) {
    throw new Problem('state-forbids', `“${other.id}” did not fail. Only a detection that failed can be retried.`);
  }
  return detections.sort((a, b) => a.detectedAtMs - b.detectedAtMs || (a.id < b.id ? -1 : 1));
}

const maxReasonLength = 500;

/** Why something failed, as a sentence for people. What of it cannot be displayed is marked. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const said = error instanceof Problem ? text : `The backend failed: ${text}${/[.!?]$/.test(text) ? '' : '.'}`;
  return Array.from(said)
    .slice(0, maxReasonLength)
    .map((character) => (isDisplayable(character) ? character : '\ufffd'))
    .join('');
}
