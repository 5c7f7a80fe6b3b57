import { z } from 'zod';

/** The most characters that can be searched for at once. */
export const maxSearchLength = 200;
export const searchLimit = `Search for at most ${String(maxSearchLength)} characters.`;
export const searchText = z.string().max(maxSearchLength, searchLimit);

/** What every list of rows takes: text to search for, a page, and its size. Pages count from 1. */
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
