import type { Answer, Parsed } from '#contract/operations.ts';
import type { GroupId } from '#domain/ids.ts';
import { currentTimeMs, type RequestContext } from '../request-context.ts';
import { groupRef, pathRefs } from './references.ts';
import { loadHierarchy } from './fleet-snapshot.ts';
import { compareText } from './page.ts';
import { retainedTasks } from './retention.ts';

const mostOfAKind = 8;

interface Named<I extends string = string> {
  readonly id: I;
  readonly name: string;
}

/** Groups, devices, policies and tasks of the whole tree by name. */
export async function search(context: RequestContext, { query }: Parsed<'search'>): Promise<Answer<'search'>> {
  const hierarchy = await loadHierarchy(context);
  const { store } = context;
  const found = <I extends string, T extends Named<I>>(
    records: Iterable<T & Named<I>>,
    groupOf: (record: T) => GroupId,
  ) => {
    const { best, total } = bestByName(records, query.search);
    return {
      rows: best.map((record) => ({
        id: record.id,
        name: record.name,
        group: groupRef(hierarchy, groupOf(record)),
        path: pathRefs(hierarchy, groupOf(record)).map(({ name }) => name),
      })),
      total,
    };
  };
  return {
    groups: found(hierarchy.groups.values(), ({ id }) => id),
    devices: found(await store.all('devices'), ({ groupId }) => groupId),
    policies: found(await store.all('policies'), ({ groupId }) => groupId),
    tasks: found(await retainedTasks(context, await currentTimeMs(context)), ({ groupId }) => groupId),
  };
}

/** The first few whose name holds every word of the text: those that begin with it first, then by name. */
function bestByName<T extends Named>(records: Iterable<T>, text: string): { best: T[]; total: number } {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return { best: [], total: 0 };
  const words = wanted.split(/\s+/);
  const all = [...records].filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
  const begins = ({ name }: T) => Number(!name.toLowerCase().startsWith(wanted));
  const best = all.sort((a, b) => begins(a) - begins(b) || compareText(a.name, b.name)).slice(0, mostOfAKind);
  return { best, total: all.length };
}
