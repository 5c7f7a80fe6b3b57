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

/** A number of the preview that an import must do again; it stands in the query, for the body is the file. */
export const expectedCount = z.coerce.number().int().min(0);

/**
 * What was read of a CSV file. A row's cells stand in the order of `columns`. The path of an error is
 * `/lines/<line>/<field>`, lines counted from 1 with the headings; only the first of them are told, `errorTotal` counts all.
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
