/** Under which name this browser remembers whether keys without Ctrl or ⌘ are shortcuts: `on`, or `off`. */
export const singleKeysKey = 'vesper.single-keys';

/** Under which name it remembers that the first steps were read: `read`. */
export const firstStepsKey = 'vesper.first-steps';

/** What the tables are called by the names under which their columns are remembered. */
export const tableTitles: Readonly<Record<string, string>> = {
  devices: 'Devices',
  policies: 'Policies',
  tasks: 'Tasks',
  runs: 'Runs of a task',
  audit: 'Audit log',
  detections: 'Detections',
  'what-if': 'Runs in Schedule',
};
