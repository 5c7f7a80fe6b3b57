import { z } from 'zod';
import { fieldErrorSchema } from './problem.ts';

/** The largest file that can be sent, in KiB: a fleet of 100,000 devices takes about 10,000. */
export const maxCsvBodyKiB = 32 * 1024;

/** A whole file as the body of a request. */
export const csvBody = {
  body: z.string().meta({ id: 'CsvText' }),
  bodyType: 'text/csv',
  maxBodyKiB: maxCsvBodyKiB,
} as const;

/** A count of the preview that the import must confirm; a query parameter because the body is the file. */
export const expectedCount = z.coerce.number().int().min(0);

/**
 * The result of reading a CSV file. Cells are in the order of `columns`. The path of an error is `/lines/<line>/<field>`,
 * with lines counted from 1 including the headings; only the first errors are listed, `errorTotal` counts all.
 */
export const csvReport = {
  columns: z.array(z.object({ heading: z.string(), field: z.string() })),
  ignored: z.array(z.string()),
  ignoredTotal: z.int(),
  rows: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
  valid: z.int(),
  invalid: z.int(),
  errors: z.array(fieldErrorSchema),
  errorTotal: z.int(),
};

export type CsvReport = { [K in keyof typeof csvReport]: z.infer<(typeof csvReport)[K]> };
