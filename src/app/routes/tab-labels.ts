import type { Tab } from '#src/shared/navigation/route-location.ts';

/** What the tabs of a group's details pane are called. */
export const tabLabels: Readonly<Record<Tab, string>> = {
  devices: 'Devices',
  policies: 'Policies',
  tasks: 'Tasks',
  schedule: 'Schedule',
};
