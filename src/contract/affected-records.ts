import type { RecordKind } from './record-kinds.ts';
import type { rightOfKind } from './rights.ts';

/** A kind of object that a change of the audit log names. */
export type ObjectKind = keyof typeof rightOfKind;

/** A write to a policy, or to local settings, also plans the runs again that have not started. */
export const policyRecords = ['policies', 'revisions', 'changes', 'runs'] as const;
export const localSettingsRecords = ['localSettings', 'revisions', 'changes', 'runs'] as const;
export const deviceRecords = ['devices', 'changes', 'runs'] as const;
export const groupRecords = ['groups', 'revisions', 'changes'] as const;
/** A deleted group takes its subgroups and policies with it, and its devices become unassigned. */
export const groupContentRecords = [...groupRecords, 'devices', 'policies', 'localSettings', 'runs'] as const;
/** A detection creates a task with its runs, at once or at a later instant. */
export const detectionRecords = ['detections', 'tasks', 'runs'] as const;

/** What undoing a change, or restoring a revision, affects: it depends on the kind of object. */
export const recordsOfKind = {
  policy: policyRecords,
  group: groupContentRecords,
  device: [...localSettingsRecords, 'devices'],
  devices: [...groupRecords, ...deviceRecords, 'localSettings'],
  account: ['account', 'changes'],
} as const satisfies Readonly<Record<ObjectKind, readonly RecordKind[]>>;

/** The kinds of record that a write may change: always the same, or those of the objects it is about. */
export type Affects = readonly RecordKind[] | typeof recordsOfKind;

const isFixed = (affects: Affects): affects is readonly RecordKind[] => Array.isArray(affects);

/**
 * The kinds of record that a write may have changed.
 * @param objects the kinds of object that it was about; undefined where that is not known
 */
export function affectedKinds(affects: Affects, objects?: readonly ObjectKind[]): ReadonlySet<RecordKind> {
  if (isFixed(affects)) return new Set(affects);
  return new Set(objects ? objects.flatMap((kind) => affects[kind]) : Object.values(affects).flat());
}
