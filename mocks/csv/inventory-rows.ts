import { isSeen, unseenMessage, nameSchema } from '#contract/names.ts';
import { zoneRefusal } from '#contract/time-zone.ts';
import { deviceStatusLabels, type DeviceStatus } from '#domain/fleet/fleet.ts';
import { suggestZones } from '#domain/schedule/suggest-zones.ts';
import { readTimeZone } from '#domain/schedule/time-zone.ts';
import { nameKey } from '../services/names.ts';
import { cellText, quoted } from './csv-text.ts';
import { readPath } from './group-path.ts';
import type { CsvFile, CsvRow, Fields, LineError } from './read-csv.ts';

export type InventoryField = 'name' | 'group' | 'timeZone' | 'status' | 'operatingSystem' | 'address';

/** The columns of an inventory, with words that programs and people use for them, in English, German and French. */
export const inventoryFields: Fields<InventoryField> = {
  name: {
    label: 'Name',
    words: [
      ...['name', 'device', 'devicename', 'host', 'hostname', 'computer', 'computername', 'machine', 'machinename'],
      ...['gerat', 'geratename', 'rechner', 'rechnername', 'nom', 'ordinateur', 'nomdelordinateur', 'appareil'],
    ],
  },
  group: {
    label: 'Group path',
    words: [
      ...['group', 'grouppath', 'groupname', 'administrationgroup', 'administrationgrouppath', 'path'],
      ...['gruppe', 'gruppenpfad', 'administrationsgruppe', 'groupe', 'chemindugroupe', 'groupedadministration'],
    ],
  },
  timeZone: {
    label: 'Time zone',
    words: ['timezone', 'tz', 'zone', 'ianatimezone', 'ianazone', 'zeitzone', 'fuseauhoraire', 'fuseau'],
  },
  status: { label: 'Status', words: ['status', 'state', 'devicestatus', 'zustand', 'statut', 'etat'] },
  operatingSystem: {
    label: 'Operating system',
    words: ['operatingsystem', 'os', 'osname', 'osversion', 'betriebssystem', 'systemedexploitation', 'systeme'],
  },
  address: {
    label: 'Address',
    words: ['address', 'ip', 'ipaddress', 'ipv4', 'ipv4address', 'adresse', 'ipadresse', 'adresseip'],
  },
};

/** One device as a line says it. What is null was left empty: a device that is there keeps it. */
export interface InventoryRow {
  readonly line: number;
  readonly name: string;
  /** See `nameKey`. */
  readonly key: string;
  /** The names of the groups from *Managed devices* down, without it; `unassigned` for *Unassigned devices*. */
  readonly path: readonly string[] | 'unassigned' | null;
  readonly timeZone: string | null;
  readonly status: DeviceStatus | null;
  readonly operatingSystem: string | null;
  readonly address: string | null;
}

interface Read {
  readonly rows: readonly InventoryRow[];
  readonly errors: readonly LineError[];
}

/** Rows are looked at so many at a time; in between other requests are answered. */
const slice = 5_000;

/**
 * What the rows of a file say, each by itself and without the world: a row with any error is left out.
 * @param step says how far it is; what it throws ends the work
 */
export async function readInventory(
  file: CsvFile<InventoryField>,
  step: (done: number, total: number) => Promise<void>,
): Promise<Read> {
  const rows: InventoryRow[] = [];
  const errors: LineError[] = [];
  const seen = new Map<string, number>();
  const reader = rowReader(file);
  for (const [i, row] of file.rows.entries()) {
    if (i % slice === 0) await step(i, file.rows.length);
    const wrong = errors.length;
    const read = reader(row, (field, message) => errors.push({ line: row.line, field, message }));
    if (errors.length > wrong) continue;
    const before = seen.get(read.key);
    if (before === undefined) {
      seen.set(read.key, row.line);
      rows.push(read);
    } else {
      const message = `${quoted(read.name)} is in line ${String(before)} already. A device has one line.`;
      errors.push({ line: row.line, field: 'name', message });
    }
  }
  await step(file.rows.length, file.rows.length);
  return { rows, errors };
}

type Refuse = (field: InventoryField, message: string) => void;

function rowReader({ columns }: CsvFile<InventoryField>) {
  const places = new Map(columns.map(({ field, place }) => [field, place]));
  const pathOf = pathReader();
  return ({ line, cells }: CsvRow, refuse: Refuse): InventoryRow => {
    const cell = (field: InventoryField) => {
      const place = places.get(field);
      return place === undefined ? '' : cellText(cells[place] ?? '');
    };
    const name = cell('name');
    const named = nameSchema.safeParse(name);
    if (!named.success) refuse('name', named.error.issues[0]?.message ?? 'This is no name.');
    return {
      line,
      name,
      key: nameKey(name),
      path: pathOf(cell('group'), refuse),
      timeZone: zoneOf(cell('timeZone'), refuse),
      status: statusOf(cell('status'), refuse),
      operatingSystem: textOf('operatingSystem', cell('operatingSystem'), refuse),
      address: textOf('address', cell('address'), refuse),
    };
  };
}

/** Many devices share a group: each path is read once. */
function pathReader() {
  const known = new Map<string, ReturnType<typeof readPath>>();
  return (text: string, refuse: Refuse): InventoryRow['path'] => {
    if (text === '') return null;
    const path = known.get(text) ?? readPath(text);
    known.set(text, path);
    if (typeof path !== 'object' || !('error' in path)) return path;
    refuse('group', path.error);
    return null;
  };
}

function zoneOf(text: string, refuse: Refuse): string | null {
  if (text === '') return null;
  const read = readTimeZone(text);
  if (read.kind === 'known') return read.zone;
  refuse('timeZone', zoneRefusal(text, suggestZones(text)));
  return null;
}

const statuses = new Map<string, DeviceStatus>(
  (['online', 'offline', 'out-of-office'] as const).map((status) => [status.replaceAll('-', ''), status]),
);

function statusOf(text: string, refuse: Refuse): DeviceStatus | null {
  if (text === '') return null;
  const status = statuses.get(text.toLowerCase().replaceAll(/[\s_-]/g, ''));
  if (status !== undefined) return status;
  const words = new Intl.ListFormat('en', { type: 'disjunction' }).format(Object.values(deviceStatusLabels));
  refuse('status', `Unknown status ${quoted(text)}. Use ${words}.`);
  return null;
}

const mostCharacters = 255;

function textOf(field: 'operatingSystem' | 'address', text: string, refuse: Refuse): string | null {
  if (text.length > mostCharacters) refuse(field, `This has at most ${String(mostCharacters)} characters.`);
  else if (!isSeen(text)) refuse(field, unseenMessage);
  return text === '' ? null : text;
}
