import { isDisplayable } from '#contract/text.ts';
import type { Collection, DamagedRecord } from '../ports/store.ts';

/** Whether a value that was read is at least something with an id. */
export const isRecord = (value: unknown): value is { readonly id: string } =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'id') === 'string';

/** What is told of a record that cannot be used as it was read. */
export const damagedRecord = (
  collection: Collection,
  record: unknown,
  faults: DamagedRecord['faults'],
  instead: string,
): DamagedRecord => ({
  collection,
  id: textIn(record, 'id'),
  name: textIn(record, 'name'),
  faults,
  instead,
  record,
});

function textIn(record: unknown, field: string): string | null {
  const value: unknown = typeof record === 'object' && record !== null ? Reflect.get(record, field) : null;
  return typeof value === 'string' && value !== '' && isDisplayable(value) ? value : null;
}
