const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

/**
 * What is wrong with a password for the special account, as a sentence, or null: it has 8 to 128 characters, of at least
 * three kinds among lower-case letters, upper-case letters, digits, and others.
 */
export function passwordFault(password: string): string | null {
  if (password.length < 8) return 'A password has at least 8 characters.';
  if (password.length > 128) return 'A password has at most 128 characters.';
  if (kinds.filter((kind) => kind.test(password)).length < 3) {
    return 'Use at least three of: lower-case letters, upper-case letters, digits, other characters.';
  }
  return null;
}
