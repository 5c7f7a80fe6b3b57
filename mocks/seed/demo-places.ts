/** A site of the demo company: its group, the prefix of its devices' names, its zone and how many devices stand there. */
export interface Site {
  readonly id: string;
  readonly name: string;
  readonly parent: string;
  readonly prefix: string;
  readonly zone: string;
  readonly workstations?: number;
  readonly laptops?: number;
  readonly servers?: number;
}

/** Groups that only hold other groups. */
export const regions: readonly (readonly [id: string, name: string, parent: string])[] = [
  ['offices', 'Offices', 'managed-devices'],
  ['europe', 'Europe', 'offices'],
  ['americas', 'Americas', 'offices'],
  ['asia-pacific', 'Asia Pacific', 'offices'],
  ['africa', 'Africa', 'offices'],
  ['data-centres', 'Data centres', 'managed-devices'],
  ['dc-frankfurt', 'Frankfurt', 'data-centres'],
  ['field-laptops', 'Field laptops', 'managed-devices'],
  ['laboratory', 'Laboratory', 'managed-devices'],
];

const berlin = 'Europe/Berlin';

export const sites: readonly Site[] = [
  { id: 'berlin', name: 'Berlin', parent: 'europe', prefix: 'BER', zone: berlin, workstations: 40, laptops: 12 },
  { id: 'berlin-finance', name: 'Berlin Finance', parent: 'berlin', prefix: 'BFI', zone: berlin, workstations: 28 },
  {
    id: 'berlin-sales',
    name: 'Berlin Sales',
    parent: 'berlin',
    prefix: 'BSA',
    zone: berlin,
    workstations: 14,
    laptops: 16,
  },
  { id: 'berlin-reception', name: 'Reception', parent: 'berlin-sales', prefix: 'BRE', zone: berlin, workstations: 6 },
  {
    id: 'madrid',
    name: 'Madrid',
    parent: 'europe',
    prefix: 'MAD',
    zone: 'Europe/Madrid',
    workstations: 44,
    laptops: 8,
  },
  {
    id: 'london',
    name: 'London',
    parent: 'europe',
    prefix: 'LON',
    zone: 'Europe/London',
    workstations: 66,
    laptops: 20,
  },
  {
    id: 'london-trading',
    name: 'London Trading',
    parent: 'london',
    prefix: 'LTR',
    zone: 'Europe/London',
    workstations: 34,
  },
  { id: 'helsinki', name: 'Helsinki', parent: 'europe', prefix: 'HEL', zone: 'Europe/Helsinki', workstations: 26 },
  {
    id: 'new-york',
    name: 'New York',
    parent: 'americas',
    prefix: 'NYC',
    zone: 'America/New_York',
    workstations: 88,
    laptops: 24,
  },
  {
    id: 'new-york-legal',
    name: 'New York Legal',
    parent: 'new-york',
    prefix: 'NLE',
    zone: 'America/New_York',
    workstations: 22,
  },
  { id: 'st-johns', name: 'St. John’s', parent: 'americas', prefix: 'YYT', zone: 'America/St_Johns', workstations: 18 },
  { id: 'denver', name: 'Denver', parent: 'americas', prefix: 'DEN', zone: 'America/Denver', workstations: 30 },
  {
    id: 'sao-paulo',
    name: 'São Paulo',
    parent: 'americas',
    prefix: 'SAO',
    zone: 'America/Sao_Paulo',
    workstations: 42,
  },
  { id: 'santiago', name: 'Santiago', parent: 'americas', prefix: 'SCL', zone: 'America/Santiago', workstations: 20 },
  {
    id: 'tokyo',
    name: 'Tokyo',
    parent: 'asia-pacific',
    prefix: 'TYO',
    zone: 'Asia/Tokyo',
    workstations: 72,
    laptops: 10,
  },
  {
    id: 'kathmandu',
    name: 'Kathmandu',
    parent: 'asia-pacific',
    prefix: 'KTM',
    zone: 'Asia/Kathmandu',
    workstations: 24,
    laptops: 14,
  },
  { id: 'kolkata', name: 'Kolkata', parent: 'asia-pacific', prefix: 'CCU', zone: 'Asia/Kolkata', workstations: 58 },
  {
    id: 'singapore',
    name: 'Singapore',
    parent: 'asia-pacific',
    prefix: 'SIN',
    zone: 'Asia/Singapore',
    workstations: 32,
  },
  { id: 'sydney', name: 'Sydney', parent: 'asia-pacific', prefix: 'SYD', zone: 'Australia/Sydney', workstations: 36 },
  {
    id: 'adelaide',
    name: 'Adelaide',
    parent: 'asia-pacific',
    prefix: 'ADL',
    zone: 'Australia/Adelaide',
    workstations: 14,
  },
  {
    id: 'auckland',
    name: 'Auckland',
    parent: 'asia-pacific',
    prefix: 'AKL',
    zone: 'Pacific/Auckland',
    workstations: 16,
  },
  { id: 'nairobi', name: 'Nairobi', parent: 'africa', prefix: 'NBO', zone: 'Africa/Nairobi', workstations: 20 },
  {
    id: 'cape-town',
    name: 'Cape Town',
    parent: 'africa',
    prefix: 'CPT',
    zone: 'Africa/Johannesburg',
    workstations: 18,
  },
  { id: 'fra-hall-1', name: 'Hall 1', parent: 'dc-frankfurt', prefix: 'FR1', zone: berlin, servers: 48 },
  { id: 'fra-hall-2', name: 'Hall 2', parent: 'dc-frankfurt', prefix: 'FR2', zone: berlin, servers: 36 },
  { id: 'fra-rack-12', name: 'Rack 12', parent: 'fra-hall-2', prefix: 'R12', zone: berlin, servers: 12 },
  { id: 'dc-ashburn', name: 'Ashburn', parent: 'data-centres', prefix: 'ASH', zone: 'America/New_York', servers: 40 },
  { id: 'dc-tokyo', name: 'Inzai', parent: 'data-centres', prefix: 'INZ', zone: 'Asia/Tokyo', servers: 24 },
  {
    id: 'field-europe',
    name: 'Field Europe',
    parent: 'field-laptops',
    prefix: 'FEU',
    zone: 'Europe/Madrid',
    laptops: 60,
  },
  {
    id: 'field-americas',
    name: 'Field Americas',
    parent: 'field-laptops',
    prefix: 'FAM',
    zone: 'America/Denver',
    laptops: 48,
  },
  { id: 'field-asia', name: 'Field Asia', parent: 'field-laptops', prefix: 'FAS', zone: 'Asia/Kolkata', laptops: 32 },
  {
    id: 'lab-malware',
    name: 'Malware analysis',
    parent: 'laboratory',
    prefix: 'LAB',
    zone: berlin,
    workstations: 10,
    servers: 4,
  },
];
