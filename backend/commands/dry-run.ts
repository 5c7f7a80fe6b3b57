import type { EffectsView } from '#contract/effects.ts';
import type { Parsed } from '#contract/operations.ts';
import { effectsBetween } from '../queries/effects.ts';
import { contextOnOverlay, type RequestContext } from '../request-context.ts';
import { executeCommand } from './registry.ts';

/**
 * What a write would change, found by executing its command on an overlay store: so it is what the write then does, by
 * construction. Nothing is written.
 * @throws Problem whatever the write itself is refused with
 */
export async function dryRun(context: RequestContext, { body }: Parsed<'dryRun'>): Promise<EffectsView> {
  const next = contextOnOverlay(context);
  await executeCommand(next, body);
  return effectsBetween(context, next);
}
