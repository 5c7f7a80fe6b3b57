/** The response actions of Threat Response. Source: docs/domain-rules.md#response-actions. */
export const actionIds = [
  'quarantine',
  'notify-user',
  'epp-scan',
  'group-ioc-scan',
  'group-quarantine',
  'group-epp-scan',
] as const;
export type ActionId = (typeof actionIds)[number];

/** `local`: on the device with the threat; `group`: on every device of the administration group. */
export type ActionKind = 'local' | 'group';

interface Action {
  readonly label: string;
  readonly kind: ActionKind;
  /** What it does, in one sentence. */
  readonly does: string;
  /** True when it takes an object away from its place. */
  readonly deletes: boolean;
}

export const actions: Readonly<Record<ActionId, Action>> = {
  quarantine: {
    label: 'Quarantine and delete',
    kind: 'local',
    does: 'Puts a copy of the object into quarantine on the device with the threat and deletes the object itself.',
    deletes: true,
  },
  'notify-user': {
    label: 'Notify device user',
    kind: 'local',
    does: 'Tells whoever uses the device that a threat was found on it.',
    deletes: false,
  },
  'epp-scan': {
    label: 'Run Endpoint Protection Platform scan of critical areas on the device',
    kind: 'local',
    does: 'Has the protection application on the device with the threat scan its critical areas.',
    deletes: false,
  },
  'group-ioc-scan': {
    label: 'Run IOC Scan on a managed group of devices',
    kind: 'group',
    does: 'Creates a task in which every device of the group looks for the MD5 hashes of the object.',
    deletes: false,
  },
  'group-quarantine': {
    label: 'Quarantine and delete when IOC is found',
    kind: 'group',
    does: 'Wherever in the group the object is found, puts a copy into quarantine and deletes the object itself.',
    deletes: true,
  },
  'group-epp-scan': {
    label: 'Run Endpoint Protection Platform scan of critical areas when IOC is found',
    kind: 'group',
    does: 'Wherever in the group the object is found, has the protection application scan the critical areas.',
    deletes: false,
  },
};

export const actionKindLabels: Readonly<Record<ActionKind, string>> = {
  local: 'On the device with the threat',
  group: 'On every device of the group',
};
