import { z } from 'zod';
import { detectionRecords } from './affected-records.ts';
import { csvBody, csvReport, expectedCount } from './csv.ts';
import { groupParams } from './groups.ts';
import { op } from './operation.ts';

/** The most detections that one file, or one stream, brings. */
export const maxDetectionsAtOnce = 1_000;

const counts = {
  /** Rows that can be imported; those of one device at one instant are one detection with several objects. */
  valid: z.int(),
  detections: z.int(),
  /** Of these, the ones whose instant is now. */
  atOnce: z.int(),
  devices: z.int(),
};

/**
 * Detections drawn at random for a demonstration, over the next hours of simulated time. The same seed draws the same in
 * the same group.
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

/** `devices`: how many different ones are drawn; `of`: how many the group with its subgroups has. */
const streamSchema = z
  .object({ detections: z.int(), devices: z.int(), of: z.int(), first: z.string(), last: z.string() })
  .meta({ id: 'DrawnDetections' });

/** Many detections at once: from a file, or drawn. They are expected until their instants come. */
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
