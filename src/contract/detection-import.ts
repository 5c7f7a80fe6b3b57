import { z } from 'zod';
import { detectionRecords } from './affected-records.ts';
import { csvBody, csvReport, expectedCount } from './csv.ts';
import { groupParams } from './groups.ts';
import { op } from './operation.ts';

/** The maximum number of detections in a file or a stream. */
export const maxDetectionsAtOnce = 1_000;

const counts = {
  /** Rows that can be imported; those of one device at one instant are one detection with several objects. */
  valid: z.int(),
  detections: z.int(),
  /** Of these, the ones that are due now. */
  atOnce: z.int(),
  devices: z.int(),
};

/**
 * Random detections for a demonstration, over the next hours of simulated time. They are determined by seed and group.
 */
export const detectionStreamBody = z
  .strictObject({
    count: z
      .int('Enter a whole number.')
      .min(1, 'Enter at least one detection.')
      .max(maxDetectionsAtOnce, `At most ${maxDetectionsAtOnce.toLocaleString('en')} detections.`),
    hours: z
      .int('Enter a whole number.')
      .min(1, 'Enter at least one hour.')
      .max(720, 'At most 720 hours: thirty days.'),
    seed: z
      .int('Enter a whole number.')
      .min(0, 'A seed is 0 or more.')
      .max(4_294_967_295, 'A seed has at most 32 bits.'),
  })
  .meta({ id: 'DetectionStream' });

/** `devices`: the number of distinct devices drawn; `of`: the number of devices in the group with its subgroups. */
const streamSchema = z
  .object({ detections: z.int(), devices: z.int(), of: z.int(), first: z.string(), last: z.string() })
  .meta({ id: 'DrawnDetections' });

/** Bulk import of detections, from a file or random. They are expected until their instants. */
export const detectionImportOperations = {
  previewDetections: op('POST', '/detections/preview', 'What importing detections would do; nothing is written', {
    needs: 'view',
    ...csvBody,
    answer: z.object({ ...csvReport, ...counts }).meta({ id: 'DetectionsPreview' }),
    alongside: true,
    reads: true,
  }),
  importDetections: op('POST', '/detections/import', 'Import the valid rows of a file of detections, in one step', {
    needs: 'simulate',
    affects: detectionRecords,
    ...csvBody,
    query: z.object({ valid: expectedCount, detections: expectedCount }),
    answer: z.object({ ...counts, invalid: z.int() }).meta({ id: 'DetectionsImported' }),
    alongside: true,
  }),
  previewDetectionStream: op(
    'POST',
    '/groups/{groupId}/detection-stream/preview',
    'What a random stream of detections would be; nothing is written',
    { needs: 'view', params: groupParams, body: detectionStreamBody, answer: streamSchema, reads: true },
  ),
  createDetectionStream: op(
    'POST',
    '/groups/{groupId}/detection-stream',
    'Expect a random stream of detections, for a demonstration',
    {
      needs: 'simulate',
      affects: detectionRecords,
      params: groupParams,
      body: detectionStreamBody,
      answer: streamSchema,
      status: 201,
    },
  ),
} as const;
