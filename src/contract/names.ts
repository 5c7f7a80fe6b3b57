import { z } from 'zod';

export const maxNameLength = 100;

/** What a policy or a group may be called. */
export const nameSchema = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(maxNameLength, `A name has at most ${maxNameLength} characters.`)
  .regex(/^[^"*<:>?\\|]*$/, 'A name may not contain " * < : > ? \\ |')
  .regex(/^[^\u0000-\u001f\u007f]*$/, 'A name may not contain control characters.');
