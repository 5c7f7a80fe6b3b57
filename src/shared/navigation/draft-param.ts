import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { dryRunBody, type DryRun } from '#contract/effects.ts';

/**
 * A write that was not made, as an address holds it: its JSON deflated, in the letters that an address may have. It
 * never holds a password: a window's edits name credentials by their id.
 */
export function encodeDraft(write: DryRun): string {
  const bytes = deflateSync(strToU8(JSON.stringify(write)), { level: 9 });
  return btoa(strFromU8(bytes, true)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The write that an address holds; null when the text is cut, or is no write. */
export function decodeDraft(text: string): DryRun | null {
  try {
    const bytes = strToU8(atob(text.replaceAll('-', '+').replaceAll('_', '/')), true);
    return dryRunBody.safeParse(JSON.parse(strFromU8(inflateSync(bytes)))).data ?? null;
  } catch {
    return null;
  }
}
