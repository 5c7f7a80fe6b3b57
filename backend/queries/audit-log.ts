import type { ChangeView } from '#contract/changes.ts';
import type { Answer, Parsed } from '#contract/operations.ts';
import { toEpochMs, toInstant } from '#contract/time.ts';
import type { StoredChange } from '../ports/history-records.ts';
import { currentTimeMs, type RequestContext } from '../request-context.ts';
import { matches, pageOfRows } from './page.ts';

/** The audit log: who changed what, when, from what to what. */
export async function listAuditLog(
  context: RequestContext,
  { query }: Parsed<'auditLog'>,
): Promise<Answer<'auditLog'>> {
  const direction = query.order === 'asc' ? 1 : -1;
  const found = (await context.store.all('changes'))
    .filter(
      (change) =>
        (query.by === undefined || change.by === query.by) &&
        (query.from === undefined || change.atMs >= toEpochMs(query.from)) &&
        (query.to === undefined || change.atMs < toEpochMs(query.to)) &&
        matches(
          query.object,
          change.objects.map(({ name }) => name),
        ) &&
        matches(query.search, [change.action, ...change.lines.flatMap((l) => [l.object, l.setting, l.from, l.to])]),
    )
    .sort((a, b) => direction * (a.number - b.number));
  return {
    rows: pageOfRows(found, query).map(changeView),
    total: found.length,
    page: query.page,
    pageSize: query.pageSize,
    asOf: toInstant(await currentTimeMs(context)),
  };
}

/** A change as it crosses the wire. */
export const changeView = ({ id, number, atMs, by, action, objects, lines, undo }: StoredChange): ChangeView => ({
  id,
  number,
  at: toInstant(atMs),
  by,
  action,
  objects: objects.map((object) => ({ ...object })),
  lines: lines.map((line) => ({ ...line })),
  undoable: undo.length > 0,
});
