/** The kinds of record that the store counts versions of, and that a screen shows. */
export const recordKinds = [
  'groups',
  'devices',
  'policies',
  'localSettings',
  'revisions',
  'changes',
  'detections',
  'tasks',
  'runs',
  'account',
  'durations',
  'answers',
  /** What `/world` answers: which data set this is, and how it is stored. */
  'server',
] as const;

export type RecordKind = (typeof recordKinds)[number];
