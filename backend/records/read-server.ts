import { damagedRecord } from './damaged-record.ts';
import { faultsBy } from './record-faults.ts';
import { serverFields } from './record-schemas.ts';
import type { DamagedRecord, ServerState, World } from '../ports/store.ts';

/**
 * The world with a record of its server, which must be there: of one that cannot be read, every field that can. The
 * others are those that a new world of the scenario has, and numbers are counted on from what there is.
 * @param unreadable the server's record as it was read, where it could not be read as a whole
 */
export function readServer(
  world: World,
  beneath: World,
  unreadable: unknown,
  fresh: () => World,
): { world: World; damaged: readonly DamagedRecord[] } {
  if (unreadable === undefined && world.server.length > 0) return { world, damaged: [] };
  const [own] = [...beneath.server, ...fresh().server];
  if (!own) throw new Error('A scenario has a server');
  const counted: ServerState = { ...own, nextNumber: nextNumberIn(world, own), nextChange: nextChangeIn(world, own) };
  if (unreadable === undefined) {
    const lost = [{ path: '', message: 'It is missing.' }];
    return { world: { ...world, server: [counted] }, damaged: [damagedRecord('server', counted, lost, asNew)] };
  }
  const faults: DamagedRecord['faults'][number][] = [];
  const read = Object.entries(serverFields).flatMap(([name, schema]) => {
    const value: unknown = Reflect.get(Object(unreadable) as object, name);
    const wrong = faultsBy(schema, value);
    if (wrong.length === 0) return [[name, value] as const];
    faults.push(...wrong.map(({ path, message }) => ({ path: [name, path].filter(Boolean).join('.'), message })));
    return [];
  });
  const server: ServerState = { ...counted, ...Object.fromEntries(read) };
  return { world: { ...world, server: [server] }, damaged: [damagedRecord('server', unreadable, faults, asNew)] };
}

const asNew = 'What could not be read is as on a new server.';

/** Ids are never used twice: the number after that of every detection and every task there is. */
const nextNumberIn = ({ detections, tasks }: World, own: ServerState): number =>
  [...detections, ...tasks].reduce((next, { id }) => Math.max(next, numberIn(id) + 1), own.nextNumber);

const nextChangeIn = ({ changes }: World, own: ServerState): number =>
  changes.reduce((next, { number }) => Math.max(next, number + 1), own.nextChange);

const numberIn = (id: string): number => Number(/^\D*(\d+)$/.exec(id)?.[1] ?? 0);
