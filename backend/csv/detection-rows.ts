import { instantHelp } from '#contract/instant.ts';
import { detectedObjectSchema } from '#contract/tasks.ts';
import type { DetectedObject } from '#domain/response/detection.ts';
import { hashesIn, md5In, splitPath } from '#domain/response/hash-text.ts';
import { readInstant } from '#domain/schedule/read-instant.ts';
import { Problem } from '../problem.ts';
import { nameKey } from '../records/names.ts';
import { quoted } from './csv-text.ts';
import { cellsOf, readCsv, type CsvFile, type Fields, type LineError } from './read-csv.ts';

export type DetectionField = 'detectedAt' | 'device' | 'fileName' | 'path' | 'md5' | 'hash';

const detectionFields: Fields<DetectionField> = {
  detectedAt: {
    label: 'Detected at',
    words: [
      ...['detectedat', 'detected', 'instant', 'time', 'timestamp', 'datetime', 'date', 'at', 'when', 'timestamputc'],
      ...['detectiontime', 'detectiondate', 'detectdate', 'detectiontimestamp', 'timeofdetection', 'dateofdetection'],
      ...[
        'eventtime',
        'eventdate',
        'eventcreatedat',
        'timegenerated',
        'timecreated',
        'created',
        'createdat',
        'occurred',
      ],
      ...[
        'detecttime',
        'detecttimeutc',
        'detectdateutciso8601',
        'detectiontimeutc',
        'reportedtimeutc',
        'firstdetected',
      ],
      ...['zeitpunkt', 'zeit', 'datum', 'erkanntam', 'instantdedetection', 'horodatage'],
    ],
  },
  device: {
    label: 'Device',
    words: [
      ...['device', 'devicename', 'host', 'hostname', 'computer', 'computername', 'machine', 'machinename', 'dest'],
      ...[
        'endpoint',
        'endpointname',
        'agentname',
        'agentcomputername',
        'affecteddevice',
        'affectedhost',
        'dvchostname',
      ],
      ...['gerat', 'geratename', 'rechner', 'appareil', 'nomdelappareil', 'ordinateur'],
    ],
  },
  fileName: {
    label: 'File name',
    words: [
      ...['filename', 'file', 'object', 'objectname', 'processname', 'threatfile', 'detectedobject'],
      ...['dateiname', 'datei', 'fichier', 'nomdufichier'],
    ],
  },
  path: {
    label: 'Path',
    words: [
      ...[
        'path',
        'filepath',
        'folder',
        'folderpath',
        'directory',
        'objectpath',
        'pathtofile',
        'fullpath',
        'threatpath',
      ],
      ...['syscheckpath', 'processpath', 'location', 'pfad', 'chemin', 'dossier'],
    ],
  },
  md5: {
    label: 'MD5',
    words: [
      ...['md5', 'md5hash', 'md5sum', 'md5string', 'filemd5', 'filehashmd5', 'hashmd5'],
      ...['processhashmd5', 'syscheckmd5after', 'datavirustotalsourcemd5', 'objectmd5', 'threatmd5', 'md5prufsumme'],
    ],
  },
  /** Counts where no column is called MD5. */
  hash: { label: 'Hash', words: ['hash', 'filehash', 'hashes', 'filehashes', 'checksum'] },
};

const needed = ['detectedAt', 'device'] as const;

/** @throws Problem `invalid-input` for what is no such file */
export function readDetectionFile(csv: string): CsvFile<DetectionField> {
  const file = readCsv(csv, detectionFields, needed);
  const has = (...fields: readonly DetectionField[]) => file.columns.some(({ field }) => fields.includes(field));
  // The name of the file may stand in its path, and the hash in a column that does not say which hash it is.
  const missing = [...(has('fileName', 'path') ? [] : ['“File name”']), ...(has('md5', 'hash') ? [] : ['“MD5”'])];
  if (missing.length === 0) return file;
  const message = `No column ${missing.join(' and ')} was found. The headings are ${new Intl.ListFormat('en').format(file.columns.map(({ heading }) => quoted(heading)))}.`;
  throw new Problem('invalid-input', message, [{ path: '/csv', message }]);
}

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

/** What the rows say, each by itself and without the world; a row with any error is left out. */
export function readDetections(file: CsvFile<DetectionField>): { rows: DetectionRow[]; errors: LineError[] } {
  const rows: DetectionRow[] = [];
  const errors: LineError[] = [];
  for (const row of file.rows) {
    const cells = cellsOf(file, row);
    const cell = (field: DetectionField) => cells.get(field) ?? '';
    const wrong: LineError[] = [];
    const refuse = (field: DetectionField, message: string) => wrong.push({ line: row.line, field, message });

    const at = readInstant(cell('detectedAt'));
    if (typeof at !== 'number') refuse('detectedAt', instantHelp(at, cell('detectedAt')));
    if (cell('device') === '') refuse('device', 'Enter the name of a device.');
    const object = detectedObjectSchema.safeParse({
      ...fileOf(cell('fileName'), cell('path')),
      md5: md5Of(cell('md5') || cell('hash')),
    });
    for (const { path, message } of object.error?.issues ?? []) refuse(fieldOf(path[0]), message);
    errors.push(...wrong);
    if (wrong.length > 0 || typeof at !== 'number' || !object.success) continue;
    const device = cell('device');
    rows.push({ line: row.line, atMs: at, device, key: nameKey(device), object: object.data });
  }
  return { rows, errors };
}

const fieldOf = (name: unknown) => (name === 'path' || name === 'md5' ? name : 'fileName');

/** The file's name and its folder, where one cell holds both. */
function fileOf(fileName: string, path: string): { fileName: string; path: string } {
  const inName = splitPath(fileName);
  if (path === '' || inName.path !== '') return path === '' ? inName : { fileName: inName.fileName, path };
  const inPath = splitPath(path);
  if (fileName === '' || inPath.fileName.toLowerCase() === fileName.toLowerCase())
    return { fileName: fileName || inPath.fileName, path: inPath.path };
  return { fileName, path };
}

/** The MD5 hash of a cell that may hold others beside it, or its name before it; else the cell, for the message. */
const md5Of = (text: string): string => (hashesIn(text).length > 0 ? (md5In(text) ?? text) : text);
