import type { Answer, Parsed } from '#contract/operations.ts';
import type { Detection } from '#domain/response/detection.ts';
import { Problem } from '../problem.ts';
import { currentTimeMs, loadServer, type RequestContext } from '../request-context.ts';
import { lookup } from '../queries/lookup.ts';
import { respondToDetection } from './detection-response.ts';
import { failedDetection, reasonOf } from './process-due-detections.ts';

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
