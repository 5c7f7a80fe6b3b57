import { z } from 'zod';

export const maxNameLength = 100;

/** What turns the direction of text round, cannot be seen, or could not be read: by it one text looks like another. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/u;

/** True of a text in which every character can be seen, or is a blank. */
export const isSeen = (text: string): boolean => !unseen.test(text);

/** What a policy, a group or a device may be called. */
export const nameSchema = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(maxNameLength, `A name has at most ${maxNameLength} characters.`)
  .regex(/^[^"*<:>?\\|]*$/, 'A name may not contain " * < : > ? \\ |')
  .regex(/^[^\u0000-\u001f\u007f]*$/, 'A name may not contain control characters.')
  .refine(isSeen, 'A name may not contain invisible or unreadable characters.');
