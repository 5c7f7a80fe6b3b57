import { expect, test } from 'vitest';
import { guessColumns, type SampledColumn } from './guess-columns.ts';
import { inventoryPresets, presetOf } from './inventory-presets.ts';
import { guessStatus } from './status-values.ts';
import { zoneText } from './zone-cells.ts';

const columns = (...headings: readonly string[]): SampledColumn[] =>
  headings.map((heading) => ({ heading, values: [] }));

/** What each field is made of, by heading. */
function guessed(headings: readonly string[]) {
  const { columns: mapping, preset } = guessColumns(columns(...headings));
  const named = Object.entries(mapping).map(([field, places]) => [field, places.map((place) => headings[place])]);
  return { preset, ...(Object.fromEntries(named) as Record<string, string[]>) };
}

// The headings are those of the documents named in docs/importing.md.
const documented: readonly [string, string, object][] = [
  [
    'Fleet (hosts)',
    'created_at,updated_at,id,detail_updated_at,label_updated_at,policy_updated_at,last_enrolled_at,seen_time,refetch_requested,hostname,uuid,platform,osquery_version,os_version,build,platform_like,code_name,uptime,memory,cpu_type,hardware_serial,computer_name,primary_ip_id,primary_ip,primary_mac,team_id,team_name,issues,device_mapping,status,display_text',
    {
      name: ['hostname'],
      group: ['team_name'],
      status: ['status'],
      operatingSystem: ['os_version'],
      address: ['primary_ip'],
    },
  ],
  [
    'Microsoft Intune (all devices)',
    'Device ID,Device name,Enrollment date,Last check-in,Azure AD Device ID,OS version,Serial number,Manufacturer,Model,Management name,Category,UserId,Primary user UPN,Primary user email address,Primary user display name,WiFiIPv4Address,Compliance,Managed by,Ownership,Device state,Encrypted,OS,SkuFamily,JoinType',
    { name: ['Device name'], group: ['Category'], operatingSystem: ['OS', 'OS version'], address: ['WiFiIPv4Address'] },
  ],
  [
    'Microsoft Configuration Manager (Get-CMDevice)',
    'ADSiteName,ClientActiveStatus,ClientVersion,CNIsOnline,CNLastOnlineTime,DeviceOS,DeviceOSBuild,Domain,IsClient,LastActiveTime,MACAddress,Name,PrimaryUser,ResourceID,SerialNumber,SiteCode',
    { name: ['Name'], group: ['ADSiteName'], status: ['CNIsOnline'], operatingSystem: ['DeviceOS'] },
  ],
  [
    'NetBox (devices)',
    'Name,Status,Tenant,Site,Location,Rack,Role,Manufacturer,Type,IP Address',
    { name: ['Name'], group: ['Site'], status: ['Status'], address: ['IP Address'] },
  ],
  [
    'Snipe-IT (custom asset report)',
    'Company,Asset Name,Asset Tag,Model,Model No.,Category,Manufacturer,Serial,Purchase Date,Location,Address,Address,City,State,Country,Zip,Default Location,Checked Out,Type,Status',
    { name: ['Asset Name'], group: ['Location'], country: ['Country'] },
  ],
  [
    'GLPI (computers)',
    'Name;Entity;Status;Manufacturer;Serial number;Type;Model;Operating System - Name;Location;Last update;Components - Processor',
    { name: ['Name'], group: ['Location'], operatingSystem: ['Operating System - Name'] },
  ],
  [
    'Wazuh (agents)',
    'ID,Name,IP address,Status,Group,OS name,OS version,Version,Registration date,Last keep alive,Node',
    {
      name: ['Name'],
      group: ['Group'],
      status: ['Status'],
      operatingSystem: ['OS name', 'OS version'],
      address: ['IP address'],
    },
  ],
  [
    'Jamf Pro (computer inventory)',
    'Computer Name,Asset Tag,Building,Department,IP Address,JSS Computer ID,Last Check-in,Last Inventory Update,Last Reported IP Address,Managed By,Operating System,Operating System Version,Serial Number,Site',
    {
      name: ['Computer Name'],
      group: ['Site'],
      operatingSystem: ['Operating System', 'Operating System Version'],
      address: ['IP Address'],
    },
  ],
  [
    'Kaspersky Security Center (devices)',
    'Name\tOperating system type\tWindows domain\tNetwork Agent is installed\tNetwork Agent is running\tReal-time protection\tLast connected to Administration Server\tStatus\tStatus description\tDNS domain\tConnection IP address\tNetwork Agent version\tDescription\tOperating system release ID\tParent group',
    {
      name: ['Name'],
      group: ['Parent group'],
      operatingSystem: ['Operating system type', 'Operating system release ID'],
      address: ['Connection IP address'],
    },
  ],
];

test.each(documented)('the list of %s is recognized by its documented headings', (preset, headings, expected) => {
  expect(guessed(headings.split(/[,;\t]/))).toEqual({ preset, ...expected });
});

test('each list is recognized as one only, and every preset is tried here', () => {
  expect(documented.map(([preset]) => preset).sort()).toEqual(inventoryPresets.map(({ name }) => name).sort());
  for (const { name, signature } of inventoryPresets) expect(presetOf(signature)?.name).toBe(name);
  expect(presetOf(['Name', 'Group path', 'Time zone', 'Status', 'Operating system', 'Address'])).toBeNull();
});

test('a column “state” is the status only where its values are', () => {
  const values = (heading: string, ...message: string[]) => ({ heading, values: message });
  const name = values('Name', 'A', 'B');
  expect(guessColumns([name, values('State', 'AB', 'CA', 'NY')]).columns).toEqual({ name: [0] });
  expect(guessColumns([name, values('State', 'up', 'down', 'unknown')]).columns).toEqual({ name: [0], status: [1] });
  // The next one that fits is taken.
  expect(guessColumns([name, values('State', 'AB'), values('Status', 'Online')]).columns).toEqual({
    name: [0],
    status: [2],
  });
});

test('a column “zone” is the time zone only where its values may be', () => {
  const of = (...message: string[]) => guessColumns([{ heading: 'Zone', values: message }]).columns;
  expect(of('DMZ 1', 'Internal', 'Guests')).toEqual({});
  for (const zone of ['Europe/Berlin', 'UTC+03:00', '(UTC+01:00) Amsterdam', 'W. Europe Standard Time', 'PST']) {
    expect(of(zone)).toEqual({ timeZone: [0] });
  }
});

test.each([
  ['active', 'online'],
  ['Online', 'online'],
  ['UP', 'online'],
  ['True', 'online'],
  ['mia', 'offline'],
  ['Never connected', 'offline'],
  ['never_connected', 'offline'],
  ['disconnected', 'offline'],
  ['Out of office', 'out-of-office'],
  ['2', null],
  ['Ready to Deploy (deployable)', null],
  ['Critical', null],
])('the status %s is taken for %s', (text, status) => {
  expect(guessStatus(text)).toBe(status);
});

test.each([
  ['Europe/Berlin +1', 'Europe/Berlin'],
  ['Asia/Kathmandu +5:45', 'Asia/Kathmandu'],
  ['America/New_York −5', 'America/New_York'],
  ['Mars/Olympus +1', 'Mars/Olympus +1'],
  ['Etc/GMT+5', 'Etc/GMT+5'],
])('a zone shown as %s is %s', (cell, zone) => {
  expect(zoneText(cell)).toBe(zone);
});
