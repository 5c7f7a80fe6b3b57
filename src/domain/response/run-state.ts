/** The states of a run. Source: docs/domain-rules.md#tasks-and-runs. */
export type RunState =
  | 'waiting'
  | 'not-started'
  | 'waiting-for-device'
  /** Nothing starts on its device until its time zone is put right. */
  | 'zone-unknown'
  | 'running'
  | 'completed-clean'
  | 'completed-found';

export const runStates = [
  'waiting',
  'not-started',
  'waiting-for-device',
  'zone-unknown',
  'running',
  'completed-clean',
  'completed-found',
] as const satisfies readonly RunState[];

export const runStateLabels: Readonly<Record<RunState, string>> = {
  waiting: 'Waiting',
  'not-started': 'Not started',
  'waiting-for-device': 'Waiting for device',
  'zone-unknown': 'Time zone not known',
  running: 'Running',
  'completed-clean': 'Completed: no IOC found',
  'completed-found': 'Completed: IOC found',
};
