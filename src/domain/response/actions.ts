/** The response actions of Threat Response. Source: rules §3, the table of actions. */
export const actionIds = [
  'quarantine',
  'notify-user',
  'epp-scan',
  'group-ioc-scan',
  'group-quarantine',
  'group-epp-scan',
] as const;
export type ActionId = (typeof actionIds)[number];

interface Action {
  readonly label: string;
  /** `local`: on the device with the threat; `group`: on every device of the administration group. */
  readonly kind: 'local' | 'group';
}

export const actions: Readonly<Record<ActionId, Action>> = {
  quarantine: { label: 'Quarantine and delete', kind: 'local' },
  'notify-user': { label: 'Notify device user', kind: 'local' },
  'epp-scan': { label: 'Run Endpoint Protection Platform scan of critical areas on the device', kind: 'local' },
  'group-ioc-scan': { label: 'Run IOC Scan on a managed group of devices', kind: 'group' },
  'group-quarantine': { label: 'Quarantine and delete when IOC is found', kind: 'group' },
  'group-epp-scan': {
    label: 'Run Endpoint Protection Platform scan of critical areas when IOC is found',
    kind: 'group',
  },
};
