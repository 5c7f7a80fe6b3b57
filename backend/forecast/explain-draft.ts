import type { ExplanationView } from '#contract/explanations.ts';
import type { Parsed } from '#contract/operations.ts';
import type { RequestContext } from '../request-context.ts';
import { draftContext, type ExecuteCommand } from './draft-store-cache.ts';
import { explainOnDevice } from '../queries/explanations.ts';

/**
 * The same after a write that was not made: explained as the staged world has it, with what of it is not saved.
 * @throws Problem `not-found`, and whatever the write is refused with
 */
export async function explainDraft(
  context: RequestContext,
  { params, query, body }: Parsed<'explainDraft'>,
  executeCommand: ExecuteCommand,
): Promise<ExplanationView> {
  return explainOnDevice(await draftContext(context, body, executeCommand), params, query, context.store);
}
