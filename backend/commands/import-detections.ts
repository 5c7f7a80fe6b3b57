import type { Answer, Parsed } from '#contract/operations.ts';
import { refuseWithoutRows } from '../csv/csv-report.ts';
import { Problem } from '../problem.ts';
import type { RequestContext } from '../request-context.ts';
import { readRows, planDetections } from '../queries/preview-detections.ts';
import { scheduleDetections } from './schedule-detections.ts';

/**
 * Makes the valid rows of a file detections, in one step: those at a later instant are expected, those at this very one
 * are carried out at once.
 * @throws Problem `state-forbids` when another number would be made than the query says; `invalid-input` with the errors by
 * line when no row is valid. Then nothing was written.
 */
export async function importDetections(
  context: RequestContext,
  { query: expect, body }: Parsed<'importDetections'>,
): Promise<Answer<'importDetections'>> {
  const { file, rows, errors } = readRows(body);
  await context.job.step(file.rows.length, file.rows.length);
  return context.withLock(async (locked) => {
    const { detections, counts, errors: more } = await planDetections(locked, rows);
    const wrong = [...errors, ...more];
    refuseWithoutRows(counts.valid, wrong);
    if (counts.valid !== expect.valid || counts.detections !== expect.detections) {
      throw new Problem(
        'state-forbids',
        'Time went on, or the fleet was changed, since this file was looked at: the numbers are others now. Nothing was imported. Look again.',
      );
    }
    await scheduleDetections(locked, detections);
    return { ...counts, invalid: new Set(wrong.map(({ line }) => line)).size };
  });
}
