import { z } from 'zod';

export const maxNameLength = 100;

/**
 * What cannot be displayed (as in `text.ts`, which the page does not load), what turns the direction of text round, cannot
 * be seen, or could not be read: by it one text looks like another.
 */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{NChar}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/u;

/** True of a text in which every character can be seen, or is a blank: what is told apart by its name needs it. */
export const isSeen = (text: string): boolean => !unseen.test(text);

/** Said wherever a text is refused for it. */
export const unseenMessage = 'This may not contain control, invisible or unreadable characters.';

/** What a policy, a group or a device may be called. */
export const nameSchema = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(maxNameLength, `A name has at most ${maxNameLength} characters.`)
  .regex(/^[^"*<:>?\\|]*$/, 'A name may not contain " * < : > ? \\ |')
  .refine(isSeen, unseenMessage);
