/** A set of data to try the console with, under the name by which an address asks for it: `?scenario=<name>`. */
export interface DataSet {
  readonly name: string;
  readonly label: string;
  /** How many devices are managed in it at first, in words. */
  readonly size: string;
}

/** The data sets to choose from. Each keeps its own changes. */
export const dataSets: readonly DataSet[] = [
  { name: 'demo', label: 'Demo company', size: '1,186 devices' },
  { name: 'enterprise', label: 'Enterprise', size: '100,000 devices' },
  { name: 'small', label: 'Small', size: '7 devices' },
  { name: 'empty', label: 'Empty', size: 'no devices' },
];

/** The data set that this tab was opened with: `demo` where the address names none. */
export const requestedScenario = (search: string): string => new URLSearchParams(search).get('scenario') ?? 'demo';

/** Where the console opens with a data set. */
export const addressOfDataSet = ({ name }: DataSet): string => `${import.meta.env.BASE_URL}?scenario=${name}`;
