/** Local storage key of the shortcuts without Ctrl or ⌘: `on` or `off`. */
export const singleKeysKey = 'vesper.single-keys';

/** Local storage key of the first steps: `read` once dismissed. */
export const firstStepsKey = 'vesper.first-steps';

/** Titles of the tables, by the names in their local storage keys. */
export const tableTitles: Readonly<Record<string, string>> = {
  devices: 'Devices',
  policies: 'Policies',
  tasks: 'Tasks',
  runs: 'Runs of a task',
  audit: 'Audit log',
  detections: 'Detections',
  'what-if': 'Runs in Schedule',
};
