/** A demo data set, selected with `?scenario=<name>`. */
export interface DataSet {
  readonly name: string;
  readonly label: string;
  /** The initial number of devices, as text. */
  readonly size: string;
}

/** Each keeps its own changes. */
export const dataSets: readonly DataSet[] = [
  { name: 'demo', label: 'Demo company', size: '1,186 devices' },
  { name: 'enterprise', label: 'Enterprise', size: '100,000 devices' },
  { name: 'small', label: 'Small', size: '7 devices' },
  { name: 'empty', label: 'Empty', size: 'no devices' },
];

/** The scenario in the address; `demo` by default. */
export const requestedScenario = (search: string): string => new URLSearchParams(search).get('scenario') ?? 'demo';

/** The address that opens the console with a data set. */
export const addressOfDataSet = ({ name }: DataSet): string => `${import.meta.env.BASE_URL}?scenario=${name}`;
