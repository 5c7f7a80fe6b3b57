import type { Answer } from '#contract/operations.ts';
import type { Collection, DamagedRecord } from '../ports/store.ts';
import type { RequestContext } from '../request-context.ts';

/** What a record of each collection is called. */
const words: Readonly<Record<Collection, string>> = {
  groups: 'administration group',
  devices: 'device',
  policies: 'policy',
  localSettings: 'local settings of device',
  revisions: 'revision',
  changes: 'audit log entry',
  detections: 'detection',
  tasks: 'task',
  runs: 'runs of task',
  rosters: 'device list of task',
  answers: 'answer to request',
  server: 'server settings',
};

function describeRecord({ collection, name, id }: DamagedRecord): string {
  if (collection === 'server') return words.server;
  return [words[collection], name ?? id ?? 'without an id'].join(' ');
}

/** Every stored record that could not be read, with what is wrong and what is used instead. */
export function listDamagedRecords({ store }: RequestContext): Promise<Answer<'damagedRecords'>> {
  return Promise.resolve({
    records: store.damaged.map((record) => ({
      what: describeRecord(record),
      collection: record.collection,
      id: record.id,
      faults: record.faults.map((fault) => ({ ...fault })),
      instead: record.instead,
      record: toJson(record.record),
    })),
  });
}

/** Names of fields whose value stands for a password: they leave the server in no form. */
const secret = new Set(['salt', 'hash', 'asked']);

/** A value as JSON can say it: columns as lists, and what JSON has no word for as text. */
function toJson(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint32Array);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint' || value === undefined) return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toJson);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (secret.has(key) ? [] : [[key, toJson(part)]])),
  );
}
