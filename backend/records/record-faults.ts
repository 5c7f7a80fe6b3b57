import type { z } from 'zod';
import { isDisplayable } from '#contract/text.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import { recordSchemas } from './record-schemas.ts';
import type { Collection, DamagedRecord } from '../ports/store.ts';

/** What keeps a record that was read from being used, by its schema; empty for one that is sound. */
export function faultsIn(collection: Collection, record: unknown): DamagedRecord['faults'] {
  if (collection === 'devices' && isSoundDevice(record)) return [];
  return faultsBy(recordSchemas[collection], record);
}

/**
 * What a schema finds wrong with a value. Whatever a schema throws is one too: zod's `readonly()` freezes what it was
 * given even where that is refused, and a typed array cannot be frozen.
 */
export function faultsBy(schema: z.ZodType, value: unknown): DamagedRecord['faults'] {
  try {
    const { error } = schema.safeParse(value);
    return (error?.issues ?? []).map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
  } catch (error) {
    return [{ path: '', message: error instanceof Error ? error.message : String(error) }];
  }
}

const id = /^[a-z0-9][a-z0-9-]{0,63}$/;
const plain = /^[\x20-\x7e]*$/;
const statuses = new Set<unknown>(['online', 'offline', 'out-of-office']);

/**
 * A quick yes for devices, which come by the hundred thousand: in a quarter of the time of the schema, which has the last
 * word where this says no.
 */
function isSoundDevice(record: unknown): boolean {
  if (typeof record !== 'object' || record === null) return false;
  // Whatever it is, its fields may be looked at.
  const device: Partial<Readonly<Record<keyof Device, unknown>>> = record;
  return (
    isId(device.id) &&
    isId(device.groupId) &&
    isLine(device.name) &&
    isLine(device.timeZone) &&
    isLine(device.operatingSystem) &&
    isLine(device.address) &&
    statuses.has(device.status)
  );
}

const isId = (value: unknown): boolean => typeof value === 'string' && id.test(value);
const isLine = (value: unknown): boolean => typeof value === 'string' && (plain.test(value) || isDisplayable(value));
