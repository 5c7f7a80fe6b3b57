import { passwordFault } from '#domain/response/password.ts';

/** How far a password goes beyond the rule, from 0 (refused) to 3, in a word and as a share for a meter. */
export interface PasswordStrength {
  readonly score: 0 | 1 | 2 | 3;
  readonly words: string;
}

/**
 * Judged by the rule and the length alone, not by guessing: refused by the rule, then accepted, long from 12 characters,
 * very long from 20.
 */
export function passwordStrength(password: string): PasswordStrength {
  const fault = passwordFault(password);
  if (fault !== null) return { score: 0, words: fault };
  if (password.length < 12) return { score: 1, words: 'Accepted; a longer one is harder to guess.' };
  if (password.length < 20) return { score: 2, words: 'Accepted, and long.' };
  return { score: 3, words: 'Accepted, and very long.' };
}
