import { chance } from './chance.ts';
import { cities, dataCentres, departments, type City } from './enterprise-places.ts';

/** What a group of the enterprise is; policies and devices follow from it. */
export type PlaceKind =
  | 'branch'
  | 'region'
  | 'country'
  | 'city'
  | 'site'
  | 'department'
  | 'team'
  | 'field'
  | 'building'
  | 'row'
  | 'rack'
  | 'laboratory';

/** A group of the enterprise, before it has devices and policies. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly parent: string;
  readonly kind: PlaceKind;
  /** How many devices stand here, in proportion to the other places of its kind; null where none do. */
  readonly room: number | null;
  readonly prefix: string;
  readonly zone: string;
}

const groupsInAll = 5_000;
const fixedGroups = 2;

/** Every group but *Managed devices* and *Unassigned devices*, those above before those below: 4,998 of them. */
export function enterprisePlaces(): Place[] {
  const offices = cities.flatMap(cityPlaces);
  const above = [
    ...branch('offices', 'Offices'),
    ...regionsAndCountries('offices', '', cities),
    ...offices,
    ...branch('data-centres', 'Data centres'),
    ...regionsAndCountries('data-centres', 'dc-', dataCentres.map(siteOfServers)),
    ...dataCentres.flatMap((centre) => buildings(siteOfServers(centre))),
    ...branch('field-laptops', 'Field laptops'),
    ...fieldPlaces(),
    ...branch('laboratories', 'Laboratories'),
    ...cities.filter(({ sites }) => sites >= 7).map(laboratory),
  ];
  return [...above, ...teams(offices, groupsInAll - fixedGroups - above.length)];
}

type Spot = Pick<City, 'region' | 'country' | 'name' | 'prefix' | 'zone'>;

const siteOfServers = ([region, country, name, prefix, zone]: (typeof dataCentres)[number]): Spot => ({
  region,
  country,
  name,
  prefix,
  zone,
});

/** A name as an id says it: *São Paulo* is `sao-paulo`. */
const idOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f’.]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-');

const nowhere = { room: null, prefix: '', zone: '' };
const branch = (id: string, name: string): Place[] => [
  { id, name, parent: 'managed-devices', kind: 'branch', ...nowhere },
];

/** The regions below a branch and the countries below them, in which there is something. */
function regionsAndCountries(parent: string, prefix: string, spots: readonly Spot[]): Place[] {
  const regions = new Map(spots.map(({ region }) => [prefix + idOf(region), region]));
  const countries = new Map(spots.map(({ region, country }) => [prefix + idOf(country), { region, country }]));
  return [
    ...[...regions].map(([id, name]): Place => ({ id, name, parent, kind: 'region', ...nowhere })),
    ...[...countries].map(([id, { region, country }]): Place => ({
      id,
      name: country,
      parent: prefix + idOf(region),
      kind: 'country',
      ...nowhere,
    })),
  ];
}

/** A city may be a country as well: *Singapore*. */
const cityId = ({ name, country }: Spot) => (name === country ? `${idOf(name)}-city` : idOf(name));

function cityPlaces(city: City): Place[] {
  const id = cityId(city);
  const { prefix, zone } = city;
  const sites = Array.from({ length: city.sites }, (_, i): Place[] => {
    const site = `${id}-${String(i + 1)}`;
    const name = `${city.name} ${String(i + 1)}`;
    return [
      { id: site, name, parent: id, kind: 'site', room: null, prefix, zone },
      ...departments.map(([department]): Place => {
        const inSite = `${site}-${idOf(department)}`;
        const room = 0.3 + chance(inSite, 'room') / 2;
        return { id: inSite, name: department, parent: site, kind: 'department', room, prefix, zone };
      }),
    ];
  });
  return [{ id, name: city.name, parent: idOf(city.country), kind: 'city', room: null, prefix, zone }, ...sites.flat()];
}

/** So many teams, the first of every department first; some departments have few. */
function teams(offices: readonly Place[], count: number): Place[] {
  const wanting = offices.filter(({ kind }) => kind === 'department');
  const names = new Map(departments);
  const round = (number: number) =>
    wanting
      .filter(({ id }) => chance(id, 'teams') * 5 >= number)
      .flatMap(({ id, name, prefix, zone }): Place[] => {
        const team = names.get(name)?.[number];
        if (team === undefined) return [];
        const teamId = `${id}-${idOf(team)}`;
        const room = 0.5 + chance(teamId, 'room');
        return [{ id: teamId, name: team, parent: id, kind: 'team', room, prefix, zone }];
      });
  return [0, 1, 2, 3, 4].flatMap(round).slice(0, count);
}

/** Buildings, halls, rows and racks; some racks hold chassis, and some of those pairs: ten levels below the root. */
function buildings({ name, country, prefix, zone }: Spot): Place[] {
  const centre = `dc-${idOf(name)}`;
  const spot = { prefix, zone };
  const each = (count: number, make: (number: string) => Place[]) =>
    Array.from({ length: count }, (_, i) => make(String(i + 1))).flat();
  const racks = (row: string) =>
    each(4, (number) => {
      const id = `${row}-rack-${number}`;
      const rack: Place = { id, name: `Rack ${number}`, parent: row, kind: 'rack', room: 1, ...spot };
      return chance(id, 'chassis') < 0.4 ? [rack, ...each(2, (chassis) => chassisIn(id, chassis, spot))] : [rack];
    });
  const rows = (hall: string) =>
    each(3, (number) => {
      const id = `${hall}-row-${number}`;
      return [{ id, name: `Row ${number}`, parent: hall, kind: 'row', room: null, ...spot }, ...racks(id)];
    });
  const halls = (building: string) =>
    each(2, (number) => {
      const id = `${building}-hall-${number}`;
      return [{ id, name: `Hall ${number}`, parent: building, kind: 'row', room: null, ...spot }, ...rows(id)];
    });
  return [
    { id: centre, name, parent: `dc-${idOf(country)}`, kind: 'city', room: null, ...spot },
    ...each(2, (number) => {
      const id = `${centre}-${number}`;
      return [{ id, name: `Building ${number}`, parent: centre, kind: 'building', room: null, ...spot }, ...halls(id)];
    }),
  ];
}

function chassisIn(rack: string, number: string, spot: Pick<Place, 'prefix' | 'zone'>): Place[] {
  const id = `${rack}-chassis-${number}`;
  const chassis: Place = { id, name: `Chassis ${number}`, parent: rack, kind: 'rack', room: 0.6, ...spot };
  if (chance(id, 'pairs') > 0.3) return [chassis];
  const pairs = ['A', 'B'].map((pair): Place => ({
    id: `${id}-pair-${pair.toLowerCase()}`,
    name: `Pair ${pair}`,
    parent: id,
    kind: 'rack',
    room: 0.3,
    ...spot,
  }));
  return [chassis, ...pairs];
}

/** Laptops that are seldom in an office, by country. */
function fieldPlaces(): Place[] {
  const byCountry = new Map(cities.map((city) => [city.country, city]));
  return [...byCountry].map(([country, { prefix, zone }]) => {
    const id = `field-${idOf(country)}`;
    return { id, name: country, parent: 'field-laptops', kind: 'field', room: 0.5 + chance(id, 'room'), prefix, zone };
  });
}

const laboratory = (city: City): Place => ({
  id: `lab-${cityId(city)}`,
  name: `${city.name} laboratory`,
  parent: 'laboratories',
  kind: 'laboratory',
  room: 1,
  prefix: city.prefix,
  zone: city.zone,
});
