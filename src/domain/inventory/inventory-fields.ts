/** The fields of an inventory. `country` is not stored: it selects the zone of a Windows name. */
export const inventoryFields = [
  'name',
  'group',
  'timeZone',
  'country',
  'status',
  'operatingSystem',
  'address',
] as const;

export type InventoryField = (typeof inventoryFields)[number];

/** The columns of each field, by index. Several columns are joined with a space. */
export type ColumnMapping = Readonly<Partial<Record<InventoryField, readonly number[]>>>;

/** Headings by which a field is recognised, bare of case, blanks, marks and accents; English, German and French. */
export const headingWords: Readonly<Record<InventoryField, readonly string[]>> = {
  name: [
    ...['name', 'device', 'devicename', 'host', 'hostname', 'computer', 'computername', 'machine', 'machinename'],
    ...['gerat', 'geratename', 'rechner', 'rechnername', 'nom', 'ordinateur', 'nomdelordinateur', 'appareil'],
    ...['nomdelappareil', 'nomdhote', 'assetname', 'displayname', 'agentname', 'endpointname', 'endpoint', 'pcname'],
  ],
  group: [
    ...['group', 'grouppath', 'groupname', 'administrationgroup', 'administrationgrouppath', 'path', 'parentgroup'],
    ...['gruppe', 'gruppenpfad', 'administrationsgruppe', 'groupe', 'chemindugroupe', 'groupedadministration'],
  ],
  timeZone: [
    ...['timezone', 'timezoneid', 'tz', 'zone', 'ianatimezone', 'ianazone', 'windowstimezone', 'timezonename'],
    ...['zeitzone', 'fuseauhoraire', 'fuseau'],
  ],
  country: ['country', 'countrycode', 'countryregion', 'land', 'landercode', 'pays', 'codepays'],
  status: [
    ...['status', 'state', 'devicestatus', 'onlinestatus', 'connectionstatus', 'agentstatus', 'cnisonline', 'isonline'],
    ...['online', 'zustand', 'statut', 'etat'],
  ],
  operatingSystem: [
    ...['operatingsystem', 'os', 'osname', 'osversion', 'operatingsystemname', 'operatingsystemversion', 'deviceos'],
    ...['operatingsystemtype', 'platform', 'betriebssystem', 'systemedexploitation', 'systeme'],
  ],
  address: [
    ...['address', 'ip', 'ipaddress', 'ipv4', 'ipv4address', 'primaryip', 'connectionipaddress', 'lastipaddress'],
    ...['adresse', 'ipadresse', 'adresseip'],
  ],
};

/** A heading normalised for comparison: `Geräte-Name ` and `GERATENAME` are `geratename`. */
export const bareHeading = (heading: string): string =>
  heading
    .slice(0, 100)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

// A map, not an object: a heading may be called __proto__.
const byWord = new Map<string, InventoryField>(
  inventoryFields.flatMap((field) => headingWords[field].map((word): [string, InventoryField] => [word, field])),
);

/** The field that a heading names; undefined where it names none. */
export const fieldOfHeading = (heading: string): InventoryField | undefined => byWord.get(bareHeading(heading));
