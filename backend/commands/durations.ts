import type { DurationModelView } from '#contract/durations.ts';
import type { Parsed } from '#contract/operations.ts';
import { loadServer, type RequestContext } from '../request-context.ts';

/** How long scans take in the simulation, by scope. */
export async function getDurationModel(context: RequestContext): Promise<DurationModelView> {
  return (await loadServer(context)).durations;
}

/** Says how long scans take in tasks created from now on; runs that are planned already keep their duration. */
export async function setDurationModel(
  context: RequestContext,
  { body }: Parsed<'setDurationModel'>,
): Promise<DurationModelView> {
  const server = await loadServer(context);
  await context.store.commit({ server: { put: [{ ...server, durations: body }] } });
  return body;
}
