import type { OperationName } from './operations.ts';
import type { RecordKind } from './record-kinds.ts';

/** The records that determine effective settings. */
const settings = ['groups', 'devices', 'policies', 'localSettings'] as const;
/** The records that a task shows. */
const tasks = ['groups', 'devices', 'detections', 'tasks', 'runs'] as const;
/** A revision belongs to an object that may have been deleted. */
const histories = [...settings, 'revisions'] as const;

/**
 * Which kinds of record the answer to each read is made of: it can only be another one after one of them was written. What
 * is read once for something that is about to be done has none.
 */
export const shownRecords: Readonly<Partial<Record<OperationName, readonly RecordKind[]>>> = {
  groupTree: ['groups', 'devices'],
  group: ['groups', 'devices', 'policies'],
  groupDevices: settings,
  device: settings,
  deviceSettings: [...settings, 'account'],
  exportInventory: ['groups', 'devices'],
  groupPolicies: settings,
  policy: settings,
  exportPolicy: ['policies'],
  groupTasks: tasks,
  task: tasks,
  taskRuns: ['devices', 'tasks', 'runs'],
  taskTimeline: ['tasks', 'runs'],
  taskIocFile: ['tasks', 'detections'],
  runDecisions: [...histories, 'tasks', 'runs'],
  deviceRuns: ['devices', 'tasks', 'runs'],
  detections: ['groups', 'devices', 'detections'],
  // It says how many policies and devices use it.
  account: ['account', 'policies', 'localSettings'],
  explainDevice: histories,
  explainPolicy: histories,
  explainDraft: histories,
  groupSummary: settings,
  search: ['groups', 'devices', 'policies', 'tasks'],
  history: histories,
  compareRevisions: histories,
  auditLog: ['changes'],
  dryRun: [...settings, 'runs', 'tasks', 'revisions'],
  durationModel: ['durations'],
  // Not the detections: a forecast keeps its sample while others come in.
  forecast: [...settings, 'account', 'durations'],
  forecastRuns: [...settings, 'account', 'durations'],
  writeOutcome: ['answers'],
  world: ['server'],
};
