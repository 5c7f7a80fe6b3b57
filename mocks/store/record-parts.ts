import { z } from 'zod';
import { isDisplayable } from '#contract/text.ts';

// What the records of a store are made of.

/** The farthest instant that has a date. Source: ECMA-262, "Time Values and Time Range". */
const mostMs = 8.64e15;

/** Epoch milliseconds that have a date. */
export const instantMs = z.int().min(-mostMs).max(mostMs);

export const finite = z.number();

/** A number that counts something. */
export const count = z.int().min(0);

const unreadable = { error: 'It holds control or unreadable characters.' };

/** Text of one line. */
export const line = z.string().refine(isDisplayable, unreadable);

/** Text that may have come in several lines. */
export const text = z.string().refine((value) => isDisplayable(value.replaceAll(/[\t\r\n]/g, ' ')), unreadable);
