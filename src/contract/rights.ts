import { z } from 'zod';

/** The rights, a closed list. Operations that write nothing need *view*, including dry runs and forecasts. */
export const rights = [
  'view',
  'start-scans',
  'simulate',
  'manage-policies',
  'manage-groups',
  'manage-devices',
  'manage-account',
  'reset-data',
] as const;

export type Right = (typeof rights)[number];

/** The description of a right, as the end of a sentence: *your role may not change policies*. */
export const rightWords: Readonly<Record<Right, string>> = {
  view: 'view this server',
  'start-scans': 'start scans',
  simulate: 'drive the simulation',
  'manage-policies': 'change policies',
  'manage-groups': 'change administration groups',
  'manage-devices': 'change, move or import devices',
  'manage-account': 'manage the special account',
  'reset-data': 'reset the demo data',
};

/** The right to change an object by its kind, for restoring a revision and undoing a change. */
export const rightOfKind = {
  policy: 'manage-policies',
  group: 'manage-groups',
  device: 'manage-devices',
  devices: 'manage-devices',
  account: 'manage-account',
} as const satisfies Readonly<Record<string, Right>>;

/** The rights to undo a change: those of every object that it wrote. */
export const rightsToUndo = ({ objects }: { objects: readonly { kind: keyof typeof rightOfKind }[] }): Right[] => [
  ...new Set(objects.map(({ kind }) => rightOfKind[kind])),
];

/** The required right of an operation: a fixed one, or that of the object to change. */
export type Needs = Right | typeof rightOfKind;

/** The roles; each user has one. */
export const roles = ['main-administrator', 'operator', 'auditor'] as const;

export type Role = (typeof roles)[number];

export const roleNames: Readonly<Record<Role, string>> = {
  'main-administrator': 'Main Administrator',
  operator: 'Operator',
  auditor: 'Auditor',
};

/** A role is a set of rights, and nothing else. */
export const rightsOf: Readonly<Record<Role, readonly Right[]>> = {
  'main-administrator': rights,
  operator: ['view', 'start-scans', 'simulate'],
  auditor: ['view'],
};

/** The first of these rights that a role lacks, or null. */
export const missingRight = (role: Role, needed: readonly Right[]): Right | null =>
  needed.find((right) => !rightsOf[role].includes(right)) ?? null;

/** The message for a missing right: *Your role, Auditor, may not change policies.* */
export const whyRoleMayNot = (role: Role, right: Right): string =>
  `Your role, ${roleNames[role]}, may not ${rightWords[right]}.`;

/** The roles that have a right, as a sentence begins: *A Main Administrator or an Operator*. */
export function whoMay(right: Right): string {
  const names = roles
    .filter((role) => rightsOf[role].includes(right))
    .map((role) => `${/^[AEIOU]/.test(roleNames[role]) ? 'an' : 'a'} ${roleNames[role]}`)
    .join(' or ');
  return names.charAt(0).toUpperCase() + names.slice(1);
}

export const rightSchema = z.enum(rights);
export const roleSchema = z.enum(roles);
