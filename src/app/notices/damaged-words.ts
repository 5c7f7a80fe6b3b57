import type { DamagedRecordView } from '#contract/damaged-records.ts';

/** That stored records could not be read: how many, and the first of them once it is known. */
export function damagedWords(count: number, first: Pick<DamagedRecordView, 'what' | 'faults'> | undefined): string {
  const many = count.toLocaleString('en');
  const said =
    count === 1
      ? '1 stored record could not be read and was set aside'
      : `${many} stored records could not be read and were set aside`;
  if (!first) return `${said}.`;
  const places = [...new Set(first.faults.map(({ path }) => path).filter((path) => path !== ''))];
  const which = places.length === 0 ? first.what : `${first.what} (${places.join(', ')})`;
  return count === 1 ? `${said}: ${which}.` : `${said}, among them ${which}.`;
}

/** What is wrong with a record, fault by fault: the place in it, then what was found there. */
export const faultWords = ({ faults }: Pick<DamagedRecordView, 'faults'>): string[] =>
  faults.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
