import { deviceFilters, deviceSorts } from '#contract/devices.ts';
import { deviceStatusLabels } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import type { SearchParams } from '#src/shared/navigation/route-location.ts';
import { decisionQuery } from './decision-filter.ts';

const pageSize = 50;
/** What the list can be filtered by. */
export const filterLabels = { ...deviceStatusLabels, 'zone-unknown': 'Time zone not known' } as const;

/** A search as the address says it, or with what is to change in it. */
type Search = { readonly [K in (typeof listKeys)[number]]?: SearchParams[K] | undefined };

/** What of the address the list is made of. */
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

/** How the address wants the list of devices: an order or a status that there is not is as if it said none. */
export const listState = (search: Search) => ({
  sort: deviceSorts.find((name) => name === search.sort) ?? 'name',
  order: search.order ?? 'asc',
  page: search.page ?? 1,
  status: deviceFilters.find((name) => name === search.status),
  subgroups: search.subgroups ?? true,
});

/** Which devices are asked for, in which order, whatever the page. */
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
