/** A city of the enterprise: its region and country, the prefix of its devices' names, its zone, and how many sites it has. */
export interface City {
  readonly region: string;
  readonly country: string;
  readonly name: string;
  readonly prefix: string;
  readonly zone: string;
  readonly sites: number;
}

type Row = readonly [country: string, name: string, prefix: string, zone: string, sites: number];

const inRegion = (region: string, rows: readonly Row[]): City[] =>
  rows.map(([country, name, prefix, zone, sites]) => ({ region, country, name, prefix, zone, sites }));

export const cities: readonly City[] = [
  ...inRegion('Europe', [
    ['Germany', 'Berlin', 'BER', 'Europe/Berlin', 7],
    ['Germany', 'Munich', 'MUC', 'Europe/Berlin', 6],
    ['Germany', 'Hamburg', 'HAM', 'Europe/Berlin', 3],
    ['United Kingdom', 'London', 'LON', 'Europe/London', 8],
    ['United Kingdom', 'Leeds', 'LBA', 'Europe/London', 2],
    ['Ireland', 'Dublin', 'DUB', 'Europe/Dublin', 3],
    ['France', 'Paris', 'PAR', 'Europe/Paris', 5],
    ['France', 'Lyon', 'LYS', 'Europe/Paris', 2],
    ['Spain', 'Madrid', 'MAD', 'Europe/Madrid', 4],
    ['Portugal', 'Lisbon', 'LIS', 'Europe/Lisbon', 2],
    ['Poland', 'Kraków', 'KRK', 'Europe/Warsaw', 5],
    ['Finland', 'Helsinki', 'HEL', 'Europe/Helsinki', 2],
    ['Romania', 'Bucharest', 'OTP', 'Europe/Bucharest', 3],
    ['Türkiye', 'Istanbul', 'IST', 'Europe/Istanbul', 3],
  ]),
  ...inRegion('North America', [
    ['United States', 'New York', 'NYC', 'America/New_York', 9],
    ['United States', 'Chicago', 'CHI', 'America/Chicago', 6],
    ['United States', 'Denver', 'DEN', 'America/Denver', 3],
    ['United States', 'Phoenix', 'PHX', 'America/Phoenix', 3],
    ['United States', 'Seattle', 'SEA', 'America/Los_Angeles', 5],
    ['Canada', 'Toronto', 'YYZ', 'America/Toronto', 4],
    ['Canada', 'St. John’s', 'YYT', 'America/St_Johns', 1],
    ['Mexico', 'Monterrey', 'MTY', 'America/Monterrey', 3],
  ]),
  ...inRegion('South America', [
    ['Brazil', 'São Paulo', 'SAO', 'America/Sao_Paulo', 6],
    ['Brazil', 'Recife', 'REC', 'America/Recife', 1],
    ['Argentina', 'Buenos Aires', 'BUE', 'America/Argentina/Buenos_Aires', 3],
    ['Chile', 'Santiago', 'SCL', 'America/Santiago', 2],
    ['Colombia', 'Bogotá', 'BOG', 'America/Bogota', 2],
  ]),
  ...inRegion('Asia Pacific', [
    ['Japan', 'Tokyo', 'TYO', 'Asia/Tokyo', 7],
    ['Japan', 'Osaka', 'OSA', 'Asia/Tokyo', 3],
    ['India', 'Bengaluru', 'BLR', 'Asia/Kolkata', 9],
    ['India', 'Kolkata', 'CCU', 'Asia/Kolkata', 4],
    ['Nepal', 'Kathmandu', 'KTM', 'Asia/Kathmandu', 2],
    ['Singapore', 'Singapore', 'SIN', 'Asia/Singapore', 4],
    ['South Korea', 'Seoul', 'SEL', 'Asia/Seoul', 3],
    ['Philippines', 'Manila', 'MNL', 'Asia/Manila', 4],
    ['Australia', 'Sydney', 'SYD', 'Australia/Sydney', 4],
    ['Australia', 'Adelaide', 'ADL', 'Australia/Adelaide', 2],
    ['New Zealand', 'Auckland', 'AKL', 'Pacific/Auckland', 1],
  ]),
  ...inRegion('Middle East and Africa', [
    ['United Arab Emirates', 'Dubai', 'DXB', 'Asia/Dubai', 3],
    ['Iran', 'Tehran', 'THR', 'Asia/Tehran', 1],
    ['Egypt', 'Cairo', 'CAI', 'Africa/Cairo', 2],
    ['Kenya', 'Nairobi', 'NBO', 'Africa/Nairobi', 2],
    ['South Africa', 'Cape Town', 'CPT', 'Africa/Johannesburg', 2],
  ]),
];

/** What a site is made of, with the teams that a department may have. */
export const departments: readonly (readonly [name: string, teams: readonly string[]])[] = [
  ['Finance', ['Accounting', 'Payables', 'Treasury', 'Tax', 'Controlling']],
  ['Sales', ['Key accounts', 'Inside sales', 'Partners', 'Pre-sales', 'Orders']],
  ['Engineering', ['Platform', 'Mobile', 'Data', 'Quality', 'Release']],
  ['Operations', ['Planning', 'Logistics', 'Purchasing', 'Facilities', 'Fleet']],
  ['Customer service', ['First line', 'Second line', 'Night shift', 'Returns', 'Training']],
  ['Legal', ['Contracts', 'Compliance', 'Patents', 'Privacy', 'Litigation']],
  ['People', ['Recruiting', 'Payroll', 'Learning', 'Relocation', 'Health']],
  ['Marketing', ['Brand', 'Events', 'Web', 'Research', 'Press']],
];

/** Where servers stand: a building of each is enough for halls, rows and racks. */
export const dataCentres: readonly (readonly [
  region: string,
  country: string,
  name: string,
  prefix: string,
  zone: string,
])[] = [
  ['Europe', 'Germany', 'Frankfurt', 'FRA', 'Europe/Berlin'],
  ['Europe', 'Ireland', 'Clonee', 'CLN', 'Europe/Dublin'],
  ['North America', 'United States', 'Ashburn', 'ASH', 'America/New_York'],
  ['North America', 'United States', 'The Dalles', 'DLS', 'America/Los_Angeles'],
  ['Asia Pacific', 'Japan', 'Inzai', 'INZ', 'Asia/Tokyo'],
  ['Asia Pacific', 'India', 'Mumbai', 'BOM', 'Asia/Kolkata'],
];
