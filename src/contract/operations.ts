import type { z } from 'zod';
import { accountOperations } from './account.ts';
import { changeOperations } from './changes-operations.ts';
import { clockCommandOperations } from './clock-command.ts';
import { damagedRecordOperations } from './damaged-records.ts';
import { detectionImportOperations } from './detection-import.ts';
import { deviceOperations } from './devices-operations.ts';
import { deviceZoneOperations } from './device-zones.ts';
import { durationOperations } from './durations.ts';
import { explanationOperations } from './explanations.ts';
import { groupSummaryOperations } from './group-summary.ts';
import { groupOperations } from './groups-operations.ts';
import { historyOperations } from './history-operations.ts';
import { inventoryOperations } from './inventory.ts';
import { jobOperations } from './jobs.ts';
import { openWorldOperations } from './open-world.ts';
import { policyOperations } from './policies-operations.ts';
import { previewOperations } from './preview.ts';
import { pulseOperations } from './pulse.ts';
import { searchOperations } from './search.ts';
import { simulationOperations } from './simulation-operations.ts';
import { taskOperations } from './tasks-operations.ts';
import { forecastOperations } from './forecast.ts';
import { writeOutcomeOperations } from './write-outcomes.ts';

/**
 * The contract table. The client, the query keys, the routes of the backend and the OpenAPI document derive from it. An
 * answer with a revision carries it as a strong ETag; a `conditional` write needs `If-Match`.
 */
export const operations = {
  ...groupOperations,
  ...deviceOperations,
  ...deviceZoneOperations,
  ...inventoryOperations,
  ...policyOperations,
  ...taskOperations,
  ...pulseOperations,
  ...detectionImportOperations,
  ...accountOperations,
  ...explanationOperations,
  ...groupSummaryOperations,
  ...searchOperations,
  ...historyOperations,
  ...changeOperations,
  ...clockCommandOperations,
  ...simulationOperations,
  ...damagedRecordOperations,
  ...openWorldOperations,
  ...durationOperations,
  ...previewOperations,
  ...jobOperations,
  ...forecastOperations,
  ...writeOutcomeOperations,
} as const;

export type Operations = typeof operations;
export type OperationName = keyof Operations;

/** The input of a call: parameters of the path, of the query string, and a body. */
export interface Input<N extends OperationName> {
  params: z.input<Operations[N]['params']>;
  query: z.input<Operations[N]['query']>;
  body: z.input<Operations[N]['body']>;
}

/** The input after parsing, as handlers receive it. */
export interface Parsed<N extends OperationName> {
  params: z.output<Operations[N]['params']>;
  query: z.output<Operations[N]['query']>;
  body: z.output<Operations[N]['body']>;
}

export type Answer<N extends OperationName> = z.output<Operations[N]['answer']>;
