import type { FieldError } from '#contract/problem.ts';
import { isDisplayable, undisplayableMessage } from '#contract/text.ts';

/**
 * Every text within a request that cannot be displayed or serialised, by its place. Asked of whatever any operation is
 * sent, so that no text of a new one can be forgotten. Blanks and line breaks around a text are none of it.
 */
export function undisplayableTexts(value: unknown, prefix: string): FieldError[] {
  const errors: FieldError[] = [];
  // A stack of its own: how deep a body may be nested is not for this to say.
  const open: { path: string; value: unknown }[] = [{ path: '', value }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path, value: part } = next;
    if (typeof part === 'string') {
      if (!isDisplayable(part.trim())) errors.push({ path: prefix + path, message: undisplayableMessage });
      continue;
    }
    if (typeof part !== 'object' || part === null) continue;
    for (const [key, field] of Object.entries(part)) {
      if (!isDisplayable(key)) errors.push({ path: prefix + path, message: undisplayableMessage });
      open.push({ path: `${path === '' ? '' : `${path}/`}${escapePointerToken(key)}`, value: field });
    }
  }
  return errors;
}

/** A name as a part of a JSON pointer. Source: RFC 6901 §3 */
export const escapePointerToken = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
