import type { z } from 'zod';
import { detectedObjectSchema } from '#contract/tasks.ts';

type DetectedObject = z.input<typeof detectedObjectSchema>;

/** What pasted lines say, and which of them could not be read (lines count from 1). */
export interface Pasted {
  readonly objects: readonly DetectedObject[];
  readonly errors: readonly string[];
}

/** Reads lines of `MD5` or `file name MD5`, separated by blanks, a comma, a semicolon or a tab; empty lines are passed over. */
export function readPastedObjects(text: string): Pasted {
  const objects: DetectedObject[] = [];
  const errors: string[] = [];
  text.split(/\r?\n/).forEach((line, position) => {
    const trimmed = line.trim();
    if (trimmed === '') return;
    const match = /^(?:(.*?)[\s,;]+)?([0-9a-f]{32})$/i.exec(trimmed);
    const where = `Line ${String(position + 1)}`;
    if (match)
      objects.push({
        fileName: nameIn(match[1]) ?? `object-${String(objects.length + 1)}`,
        path: '',
        md5: match[2] ?? '',
      });
    else if (/(^|[\s,;])[0-9a-f]{40}$|(^|[\s,;])[0-9a-f]{64}$/i.test(trimmed))
      errors.push(`${where} holds a SHA hash; an MD5 hash of 32 digits is needed.`);
    else errors.push(`${where} does not end with an MD5 hash of 32 hexadecimal digits.`);
  });
  return { objects, errors };
}

function nameIn(text: string | undefined): string | undefined {
  const name = text?.trim();
  return name === '' ? undefined : name;
}
