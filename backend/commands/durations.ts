import type { DurationModelView } from '#contract/durations.ts';
import type { Parsed } from '#contract/operations.ts';
import { serverOf, type Backend } from '../request-context.ts';

/** How long scans take in the simulation, by scope. */
export async function durationModel(backend: Backend): Promise<DurationModelView> {
  return (await serverOf(backend)).durations;
}

/** Says how long scans take in tasks created from now on; runs that are planned already keep their duration. */
export async function setDurationModel(
  backend: Backend,
  { body }: Parsed<'setDurationModel'>,
): Promise<DurationModelView> {
  const server = await serverOf(backend);
  await backend.store.commit({ server: { put: [{ ...server, durations: body }] } });
  return body;
}
