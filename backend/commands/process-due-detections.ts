import { isDisplayable } from '#contract/text.ts';
import type { Detection } from '#domain/response/detection.ts';
import { Problem } from '../problem.ts';
import { currentTimeMs, loadServer, type RequestContext } from '../request-context.ts';
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

const maxReasonLength = 500;

/** Why something failed, as a sentence for people. What of it cannot be displayed is marked. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const expectedText = error instanceof Problem ? text : `The backend failed: ${text}${/[.!?]$/.test(text) ? '' : '.'}`;
  return Array.from(expectedText)
    .slice(0, maxReasonLength)
    .map((character) => (isDisplayable(character) ? character : '\ufffd'))
    .join('');
}
