import { deviceOperations } from './devices-operations.ts';
import { groupSummaryOperations } from './group-summary.ts';
import { groupOperations } from './groups-operations.ts';
import type { Operations } from './operations.ts';
import { simulationOperations } from './simulation-operations.ts';

/**
 * The rows of the table that the first screen calls, a group with its devices: the page loads the schemas of the others
 * once one of them is called, or when it is idle.
 */
export const firstOperations: Partial<Operations> = {
  ...groupOperations,
  ...groupSummaryOperations,
  ...deviceOperations,
  ...simulationOperations,
};
