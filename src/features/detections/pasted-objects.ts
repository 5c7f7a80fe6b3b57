import type { z } from 'zod';
import { detectedObjectSchema } from '#contract/tasks.ts';

type DetectedObject = z.input<typeof detectedObjectSchema>;

/** What pasted lines say, and which of them could not be read. */
export interface Pasted {
  readonly objects: readonly DetectedObject[];
  /** The lines that could not be read, one below the other. */
  readonly left: string;
  /** Why not, one for each line of `left`, whose lines count from 1. */
  readonly errors: readonly string[];
}

/** Reads lines of `MD5` or `file name MD5`, separated by blanks, a comma, a semicolon or a tab; empty lines are passed over. */
export function readPastedObjects(text: string): Pasted {
  const objects: DetectedObject[] = [];
  const left: string[] = [];
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  for (const line of lines.filter((each) => each !== '')) {
    const match = /^(?:(.*?)[\s,;]+)?([0-9a-f]{32})$/i.exec(line);
    if (match) {
      const fileName = nameIn(match[1]) ?? `object-${String(objects.length + 1)}`;
      objects.push({ fileName, path: '', md5: match[2] ?? '' });
    } else left.push(line);
  }
  return { objects, left: left.join('\n'), errors: left.map((line, i) => reason(line, i + 1)) };
}

function reason(line: string, number: number): string {
  if (/(^|[\s,;])[0-9a-f]{40}$|(^|[\s,;])[0-9a-f]{64}$/i.test(line))
    return `Line ${String(number)} holds a SHA hash; an MD5 hash of 32 digits is needed.`;
  return `Line ${String(number)} does not end with an MD5 hash of 32 hexadecimal digits.`;
}

function nameIn(text: string | undefined): string | undefined {
  const name = text?.trim();
  return name === '' ? undefined : name;
}
