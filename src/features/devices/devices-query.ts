import { deviceFilters, deviceSorts } from '#contract/devices.ts';
import { deviceStatusLabels } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import type { SearchParams } from '#src/shared/navigation/route-location.ts';
import { decisionQuery } from './decision-filter.ts';

const pageSize = 50;
export const filterLabels = { ...deviceStatusLabels, 'zone-unknown': 'Time zone not known' } as const;

/** Search params of the list, or a change of them. */
type Search = { readonly [K in (typeof listKeys)[number]]?: SearchParams[K] | undefined };

/** The search params that the list depends on. */
export const listKeys = [
  'q',
  'sort',
  'order',
  'page',
  'status',
  'subgroups',
  'decidedBy',
  'decidingPolicy',
  'scanStart',
  'scope',
] as const;

/** The state of the list from the address. Unknown values count as absent. */
export const listState = (search: Search) => ({
  sort: deviceSorts.find((name) => name === search.sort) ?? 'name',
  order: search.order ?? 'asc',
  page: search.page ?? 1,
  status: deviceFilters.find((name) => name === search.status),
  subgroups: search.subgroups ?? true,
});

/** Filter and order of the list, without the page. */
export function listQuery(search: Search) {
  const { sort, order, status, subgroups } = listState(search);
  return {
    sort,
    order,
    subgroups: subgroups ? ('true' as const) : ('false' as const),
    ...(search.q ? { search: search.q } : {}),
    ...(status ? { status } : {}),
    ...decisionQuery(search),
  };
}

/** The query of a page of a group's devices. */
export const devicesQuery = (groupId: GroupId, search: Search) =>
  queryOf('groupDevices', {
    params: { groupId },
    query: { ...listQuery(search), page: listState(search).page, pageSize },
  });
