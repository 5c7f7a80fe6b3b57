import type { DryRun } from '#contract/effects.ts';
import type { Answer, OperationName, Parsed } from '#contract/operations.ts';
import { checkIfMatch } from '../parsing/if-match.ts';
import { parseInput } from '../parsing/parse-request.ts';
import { currentRevision, isConditionalWrite } from '../queries/current-revision.ts';
import type { RequestContext } from '../request-context.ts';
import { createAccount, deleteAccount } from './account.ts';
import { createGroup, deleteGroup, moveDevices, moveGroup, updateGroup } from './edit-groups.ts';
import { copyPolicy, createPolicy, deletePolicy, movePolicy, setPolicyStatus } from './edit-policies.ts';
import { importDetections } from './import-detections.ts';
import { importInventory } from './import-inventory.ts';
import { importPolicy } from './import-policy.ts';
import { retryDetections } from './retry-detections.ts';
import { describeRevision, restoreRevision } from './revisions.ts';
import { createDetectionStream } from './schedule-detections.ts';
import { setDeviceStatus } from './set-device-status.ts';
import { setTimeZone } from './set-time-zone.ts';
import { simulateDetection } from './simulate-detection.ts';
import { openWorld, resetWorld, setClock, setDurationModel, storeWorld } from './simulation.ts';
import { startGroupTasks, startTask } from './start-tasks.ts';
import { undoChange } from './undo-change.ts';
import { updateDeviceSettings } from './update-device-settings.ts';
import { updatePolicy } from './update-policy.ts';

/** What answers an operation; its input was parsed by the operation's schemas. */
export type Handler<N extends OperationName> = (context: RequestContext, input: Parsed<N>) => Promise<Answer<N>>;

/** Every write by the name of its operation. */
export const commands = {
  createGroup,
  updateGroup,
  moveGroup,
  deleteGroup,
  moveDevices,
  setTimeZone,
  setDeviceStatus,
  updateDeviceSettings,
  importInventory,
  updatePolicy,
  createPolicy,
  setPolicyStatus,
  copyPolicy,
  movePolicy,
  deletePolicy,
  importPolicy,
  createAccount,
  deleteAccount,
  restoreRevision,
  describeRevision,
  simulateDetection,
  retryDetections,
  importDetections,
  createDetectionStream,
  startTask,
  startGroupTasks,
  undoChange,
  setClock,
  setDurationModel,
  storeWorld,
  openWorld,
  resetWorld,
} satisfies { readonly [N in OperationName]?: Handler<N> };

/**
 * Executes a command with the checks that the middleware makes for a request, for a dry run or a draft: on a context whose
 * store takes what it writes.
 * @throws Problem `not-found`, `invalid-input`, `revision-changed`, or the command's own
 */
export async function executeCommand(
  context: RequestContext,
  { operation, params, query, body, ifMatch }: DryRun,
): Promise<unknown> {
  const input = parseInput(operation, { params, query, body: () => body });
  if (ifMatch !== undefined && isConditionalWrite(operation)) {
    checkIfMatch(ifMatch, await currentRevision(context, operation, params));
  }
  // The input was parsed by this operation's own schemas; the type of the table says so for every single name only.
  const command = commands[operation] as (context: RequestContext, input: unknown) => Promise<unknown>;
  return command(context, input);
}
