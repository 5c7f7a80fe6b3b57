import { z } from 'zod';

export const maxNameLength = 100;

/**
 * Characters that cannot be displayed (as in `text.ts`, which the page does not load), are invisible, change the direction
 * of text, or replace unreadable ones: with them, different texts look alike.
 */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{NChar}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/u;

/** Whether every character is visible or a space: required of names, which identify objects. */
export const isSeen = (text: string): boolean => !unseen.test(text);

/** The error message for such a text. */
export const unseenMessage = 'This may not contain control, invisible or unreadable characters.';

/** The name of a policy, a group or a device. */
export const nameSchema = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(maxNameLength, `A name has at most ${maxNameLength} characters.`)
  .regex(/^[^"*<:>?\\|]*$/, 'A name may not contain " * < : > ? \\ |')
  .refine(isSeen, unseenMessage);
