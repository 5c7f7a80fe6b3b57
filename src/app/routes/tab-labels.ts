import type { Tab } from '#src/shared/navigation/route-location.ts';

export const tabLabels: Readonly<Record<Tab, string>> = {
  devices: 'Devices',
  policies: 'Policies',
  tasks: 'Tasks',
  schedule: 'Schedule',
};
