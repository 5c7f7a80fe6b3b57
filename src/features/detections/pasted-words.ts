import { formatCount } from '#src/shared/ui/format-count.ts';
import type { Pasted } from './parse-pasted-objects.ts';

/** The result of parsing pasted lines. */
export function addedWords({ objects, errors, skipped }: Pasted): string {
  const added = `${formatCount(objects.length, ['object', 'objects'])} added.`;
  const without = skipped > 0 ? ` ${formatCount(skipped, ['line', 'lines'])} without an MD5 hash skipped.` : '';
  const left = errors.length > 0 ? ` ${formatCount(errors.length, ['line', 'lines'])} not read, left in the box.` : '';
  return added + without + left;
}
