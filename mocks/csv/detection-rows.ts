import { z } from 'zod';
import { detectedObjectSchema } from '#contract/tasks.ts';
import type { DetectedObject } from '#domain/response/detection.ts';
import { nameKey } from '../services/names.ts';
import { quoted } from './csv-text.ts';
import { cellsOf, type CsvFile, type Fields, type LineError } from './read-csv.ts';

export type DetectionField = 'detectedAt' | 'device' | 'fileName' | 'path' | 'md5';

export const detectionFields: Fields<DetectionField> = {
  detectedAt: {
    label: 'Detected at',
    words: [
      ...['detectedat', 'detected', 'instant', 'time', 'timestamp', 'datetime', 'date', 'at', 'when'],
      ...['zeitpunkt', 'zeit', 'datum', 'erkanntam', 'instantdedetection', 'horodatage'],
    ],
  },
  device: {
    label: 'Device',
    words: [
      ...['device', 'devicename', 'host', 'hostname', 'computer', 'computername', 'machine'],
      ...['gerat', 'geratename', 'rechner', 'appareil', 'nomdelappareil', 'ordinateur'],
    ],
  },
  fileName: {
    label: 'File name',
    words: ['filename', 'file', 'object', 'objectname', 'dateiname', 'datei', 'fichier', 'nomdufichier'],
  },
  path: { label: 'Path', words: ['path', 'filepath', 'folder', 'directory', 'pfad', 'chemin', 'dossier'] },
  md5: { label: 'MD5', words: ['md5', 'md5hash', 'hash', 'md5sum'] },
};

export const neededForDetections = ['detectedAt', 'device', 'fileName', 'md5'] as const;

/** One object in which a threat is found. */
export interface DetectionRow {
  readonly line: number;
  /** Epoch milliseconds UTC, in simulated time. */
  readonly atMs: number;
  readonly device: string;
  /** See `nameKey`. */
  readonly key: string;
  readonly object: DetectedObject;
}

const instant = z.iso.datetime({ offset: true });

/** What the rows say, each by itself and without the world; a row with any error is left out. */
export function readDetections(file: CsvFile<DetectionField>): { rows: DetectionRow[]; errors: LineError[] } {
  const rows: DetectionRow[] = [];
  const errors: LineError[] = [];
  for (const row of file.rows) {
    const cells = cellsOf(file, row);
    const cell = (field: DetectionField) => cells.get(field) ?? '';
    const wrong: LineError[] = [];
    const refuse = (field: DetectionField, message: string) => wrong.push({ line: row.line, field, message });

    // A blank between date and time is what most programs write.
    const at = instant.safeParse(cell('detectedAt').replace(/^(\d{4}-\d\d-\d\d) /, '$1T'));
    if (!at.success) refuse('detectedAt', instantHelp(cell('detectedAt')));
    if (cell('device') === '') refuse('device', 'Enter the name of a device.');
    const object = detectedObjectSchema.safeParse({ fileName: cell('fileName'), path: cell('path'), md5: cell('md5') });
    for (const { path, message } of object.error?.issues ?? []) refuse(fieldOf(path[0]), message);
    errors.push(...wrong);
    if (wrong.length > 0 || !at.success || !object.success) continue;
    const device = cell('device');
    rows.push({ line: row.line, atMs: Date.parse(at.data), device, key: nameKey(device), object: object.data });
  }
  return { rows, errors };
}

const fieldOf = (name: unknown) => (name === 'path' || name === 'md5' ? name : 'fileName');

const instantHelp = (text: string) =>
  `${text === '' ? 'Enter an instant' : `${quoted(text)} is no instant. Enter one`} with its offset from UTC, as 2026-11-24T18:00:00Z or 2026-11-24T19:00:00+01:00.`;
