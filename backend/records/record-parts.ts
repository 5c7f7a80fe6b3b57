import { z } from 'zod';
import { isDisplayable } from '#contract/text.ts';

// What the records of a store are made of.

/** Epoch milliseconds of any year that a request can name, and of the windows that are planned from there. */
export const instantMs = z.int().min(Date.UTC(1900, 0)).max(Date.UTC(10_001, 0));

/** Minutes that a scan may take. */
export const minutes = z.number().min(0).max(1_000_000);

/** A number that counts something. */
export const count = z.int().min(0);

const unreadable = { error: 'It holds control or unreadable characters.' };

/** Text of one line. */
export const line = z.string().refine(isDisplayable, unreadable);

/** Text that may have come in several lines. */
export const text = z.string().refine((value) => isDisplayable(value.replaceAll(/[\t\r\n]/g, ' ')), unreadable);
