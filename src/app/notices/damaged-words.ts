import type { DamagedRecordView } from '#contract/damaged-records.ts';

/** How many stored records could not be read, with the first one once it has loaded. */
export function damagedWords(count: number, first: Pick<DamagedRecordView, 'what' | 'faults'> | undefined): string {
  const many = count.toLocaleString('en');
  const summary =
    count === 1
      ? '1 stored record could not be read and was set aside'
      : `${many} stored records could not be read and were set aside`;
  if (!first) return `${summary}.`;
  const places = [...new Set(first.faults.map(({ path }) => path).filter((path) => path !== ''))];
  const which = places.length === 0 ? first.what : `${first.what} (${places.join(', ')})`;
  return count === 1 ? `${summary}: ${which}.` : `${summary}, among them ${which}.`;
}

/** The errors of a record, each with its path. */
export const faultWords = ({ faults }: Pick<DamagedRecordView, 'faults'>): string[] =>
  faults.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
