import { bareHeading, type InventoryField } from './inventory-fields.ts';

/** The list of devices that a program exports, recognised by its headings. */
export interface InventoryPreset {
  /** Shown to people: the program, and which of its lists. */
  readonly name: string;
  /** Headings that all stand in the list and, together, in no other's. */
  readonly signature: readonly string[];
  /** Which headings make a field; the first one that the file has, or with an inner list all of those that it has. */
  readonly fields: Readonly<Partial<Record<InventoryField, readonly (string | readonly string[])[]>>>;
}

/**
 * Lists that are recognised, the most particular first. Where each set of headings is documented: `docs/importing.md`.
 * What a preset does not name is guessed by its heading.
 */
export const inventoryPresets: readonly InventoryPreset[] = [
  {
    name: 'Fleet (hosts)',
    signature: ['hostname', 'osquery_version', 'primary_ip'],
    fields: {
      name: ['hostname', 'computer_name', 'display_name'],
      group: ['team_name'],
      status: ['status'],
      operatingSystem: ['os_version', 'platform'],
      address: ['primary_ip'],
    },
  },
  {
    name: 'Microsoft Intune (all devices)',
    signature: ['Device name', 'Last check-in', 'OS version', 'Primary user UPN'],
    fields: {
      name: ['Device name'],
      group: ['Category'],
      status: [],
      operatingSystem: [['OS', 'OS version']],
      address: ['WiFiIPv4Address'],
    },
  },
  {
    name: 'Microsoft Configuration Manager (Get-CMDevice)',
    signature: ['Name', 'ResourceID', 'CNIsOnline'],
    fields: { name: ['Name'], group: ['ADSiteName'], status: ['CNIsOnline'], operatingSystem: ['DeviceOS'] },
  },
  {
    name: 'Wazuh (agents)',
    signature: ['ID', 'Name', 'IP address', 'Status', 'Last keep alive'],
    fields: {
      name: ['Name'],
      group: ['Group'],
      status: ['Status'],
      operatingSystem: [['OS name', 'OS version'], 'Operating system'],
      address: ['IP address'],
    },
  },
  {
    name: 'NetBox (devices)',
    signature: ['Name', 'Status', 'Site', 'Role', 'Type'],
    fields: {
      name: ['Name'],
      group: ['Site'],
      status: ['Status'],
      operatingSystem: ['Platform'],
      address: ['IP Address', 'IPv4 Address', 'IPv6 Address'],
    },
  },
  {
    name: 'Snipe-IT (custom asset report)',
    signature: ['Asset Name', 'Asset Tag', 'Serial', 'Status'],
    fields: { name: ['Asset Name'], group: ['Location', 'Default Location'], status: [], address: [] },
  },
  {
    name: 'GLPI (computers)',
    signature: ['Name', 'Status', 'Serial number', 'Operating System - Name'],
    fields: {
      name: ['Name'],
      group: ['Location', 'Locations', 'Entity'],
      status: [],
      operatingSystem: [['Operating System - Name', 'Operating System - Version']],
      address: ['Networking - IP', 'Network - IP'],
    },
  },
  {
    name: 'Jamf Pro (computer inventory)',
    signature: ['Computer Name', 'Last Check-in', 'Operating System Version'],
    fields: {
      name: ['Computer Name'],
      group: ['Site', 'Building', 'Department'],
      operatingSystem: [['Operating System', 'Operating System Version']],
      address: ['IP Address', 'Last Reported IP Address'],
    },
  },
  {
    name: 'Kaspersky Security Center (devices)',
    signature: ['Name', 'Operating system type', 'Last connected to Administration Server'],
    fields: {
      name: ['Name'],
      group: ['Parent group'],
      status: [],
      operatingSystem: [['Operating system type', 'Operating system release ID']],
      address: ['Connection IP address', 'IP address'],
    },
  },
];

/** The preset whose list has these headings; null where none has. */
export function presetOf(headings: readonly string[]): InventoryPreset | null {
  const there = new Set(headings.map(bareHeading));
  return (
    inventoryPresets.find(({ signature }) => signature.every((heading) => there.has(bareHeading(heading)))) ?? null
  );
}
