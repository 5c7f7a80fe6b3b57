import type { Linter } from 'eslint';

export const bannedWords: Readonly<Record<string, string>>;
export const nameRules: Linter.Config;
