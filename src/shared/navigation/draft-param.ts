import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { dryRunBody, type DryRun } from '#contract/effects.ts';

/**
 * Encodes an unsaved write as a URL parameter: its JSON, deflated, in base64url. It contains no password: edits name
 * credentials by id.
 */
export function encodeDraft(write: DryRun): string {
  const bytes = deflateSync(strToU8(JSON.stringify(write)), { level: 9 });
  return btoa(strFromU8(bytes, true)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Decodes the parameter; null if it is truncated or no valid write. */
export function decodeDraft(text: string): DryRun | null {
  try {
    const bytes = strToU8(atob(text.replaceAll('-', '+').replaceAll('_', '/')), true);
    return dryRunBody.safeParse(JSON.parse(strFromU8(inflateSync(bytes)))).data ?? null;
  } catch {
    return null;
  }
}
