import { z } from 'zod';

/** The maximum length of a search text. */
export const maxSearchLength = 200;
export const searchLimit = `Search for at most ${String(maxSearchLength)} characters.`;
export const searchText = z.string().max(maxSearchLength, searchLimit);

/** The common parameters of lists: search text, page (from 1) and page size. */
export const pageQuery = {
  search: searchText.optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(50),
  order: z.enum(['asc', 'desc']).default('asc'),
};

/** A boolean in a query string: `true` or `false`. */
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** A page of rows, the number of all rows that match, and the simulated instant as of which they hold. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), total: z.int(), page: z.int(), pageSize: z.int(), asOf: z.string() });
