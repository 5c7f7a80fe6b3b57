import { getRouteApi, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { deviceIdSchema, groupIdSchema, policyIdSchema, runIdSchema, taskIdSchema, type GroupId } from '#domain/ids.ts';
import { settingsGroups } from '#domain/policy/settings.ts';
import { searchForAddress } from '#src/shared/api/search-limit.ts';
import { scheduleSearchParams } from './schedule-search-params.ts';

/** The tabs of a group's details pane. */
export const tabs = ['devices', 'policies', 'tasks', 'schedule'] as const;
export type Tab = (typeof tabs)[number];

/** The sections of a Properties window. */
export const sections = ['general', 'threat-response', 'revisions', 'tasks'] as const;
export type Section = (typeof sections)[number];

const decisions = ['locked-by-policy', 'device', 'policy-not-enforced', 'default'] as const;
const scanScopes = ['system-drives', 'critical-areas'] as const;

const dialogs = [
  'ioc-scanning',
  'detection',
  'new-policy',
  'import-inventory',
  'export-inventory',
  'import-detections',
] as const;

/** A search text: one that is too long is cut and not dropped, because an empty search finds everything. */
export const searchTextParam = z.string().transform(searchForAddress).optional().catch(undefined);

/** A flag: a string in the URL, a boolean where the application sets it. */
const flag = z.literal([true, false, 'true', 'false']).transform((said) => said === true || said === 'true');

/**
 * The search parameters of the page of a group. An invalid value is dropped, so that an old or mistyped link still opens
 * its group.
 */
export const searchParamsSchema = z.object({
  scenario: z
    .string()
    .regex(/^[a-z-]{1,30}$/)
    .optional()
    .catch(undefined),
  /** The open window: one of the three. */
  policy: policyIdSchema.optional().catch(undefined),
  device: deviceIdSchema.optional().catch(undefined),
  task: taskIdSchema.optional().catch(undefined),
  section: z.enum(sections).optional().catch(undefined),
  /** The group of settings of that window to scroll to. */
  settings: z.enum(settingsGroups).optional().catch(undefined),
  /** The dialog over it, or over the page. */
  dialog: z.enum(dialogs).optional().catch(undefined),
  /** The group of settings that *Why?* explains: of the open window, or of `whyDevice`. */
  why: z.enum(settingsGroups).optional().catch(undefined),
  whyDevice: deviceIdSchema.optional().catch(undefined),
  /** The one setting of that group that was asked about, by its name. */
  whySetting: z.string().max(60).optional().catch(undefined),
  /** The run of the open task whose decisions are shown. */
  decisionsOf: runIdSchema.optional().catch(undefined),
  /** Table state. */
  q: searchTextParam,
  sort: z.string().max(40).optional().catch(undefined),
  order: z.enum(['asc', 'desc']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).optional().catch(undefined),
  status: z.string().max(40).optional().catch(undefined),
  /** Table state of the runs in an open window. */
  runsQ: searchTextParam,
  runsSort: z.string().max(40).optional().catch(undefined),
  runsOrder: z.enum(['asc', 'desc']).optional().catch(undefined),
  runsPage: z.coerce.number().int().min(1).optional().catch(undefined),
  runsState: z.string().max(40).optional().catch(undefined),
  subgroups: flag.optional().catch(undefined),
  inherited: flag.optional().catch(undefined),
  /** Filter by the deciding source, set by the links of a group's summary. */
  decidedBy: z.enum(decisions).optional().catch(undefined),
  decidingPolicy: policyIdSchema.optional().catch(undefined),
  scanStart: z.string().max(100).optional().catch(undefined),
  scope: z.enum(scanScopes).optional().catch(undefined),
  ...scheduleSearchParams,
});

export type SearchParams = z.infer<typeof searchParamsSchema>;

export const groupRouteParams = z.object({ groupId: groupIdSchema, tab: z.enum(tabs) });

const route = getRouteApi('/groups/$groupId/$tab');

/** The group, its tab, and all search parameters. */
export function useRouteLocation() {
  return { ...useRouteParams(), search: route.useSearch() };
}

/** Some of the search parameters: a change of another one renders nothing. */
export function useSearchParams<K extends keyof SearchParams>(...keys: readonly K[]): Pick<SearchParams, K> {
  const said = route.useSearch({
    // The router compares these values structurally, but its types only accept JSON.
    select: (search): Record<string, string | number | boolean | undefined> =>
      Object.fromEntries(keys.map((key) => [key, search[key]])),
    structuralSharing: true,
  });
  return said as Pick<SearchParams, K>;
}

/**
 * The search parameters of the list of `groupId`. The list of another group renders a moment after the URL has changed: until
 * then, the last parameters of the visible group.
 */
export function useListSearchParams<K extends keyof SearchParams>(groupId: GroupId, ...keys: readonly K[]) {
  const said = useSearchParams(...keys);
  const isHere = useRouteGroup() === groupId;
  const [last, setLast] = useState(said);
  if (isHere && last !== said) setLast(said);
  return isHere ? said : last;
}

/** The group and tab in the URL. */
export const useRouteParams = () => route.useParams();

/** The group in the URL. */
export const useRouteGroup = (): GroupId => route.useParams({ select: ({ groupId }) => groupId });

/** The group and tab in the URL, on any page; null on a page without a group. */
export function useOptionalRouteParams() {
  const place = groupRouteParams.safeParse(useParams({ strict: false }));
  return place.success ? place.data : null;
}

/**
 * Changes search parameters and keeps group and tab. Without `replace`, Back returns to the parameters before; `replace` is
 * for typing and sorting. `undefined` removes a parameter.
 */
export function useSetSearchParams() {
  const navigate = route.useNavigate();
  return (change: { [K in keyof SearchParams]?: SearchParams[K] | undefined }, options: { replace?: boolean } = {}) =>
    void navigate({
      search: (before) => ({ ...before, ...change }),
      replace: options.replace ?? false,
      // The same page keeps its scroll position.
      resetScroll: false,
    });
}

/** The search parameters of the list of detections. */
export const detectionsSearchSchema = searchParamsSchema.pick({
  scenario: true,
  q: true,
  order: true,
  page: true,
  status: true,
  dialog: true,
});
type DetectionsSearch = z.infer<typeof detectionsSearchSchema>;

const detectionsRoute = getRouteApi('/detections');

/** The search parameters of the list of detections, and how to change them. */
export function useDetectionsSearchParams() {
  const navigate = detectionsRoute.useNavigate();
  const setSearch = (
    change: { [K in keyof DetectionsSearch]?: DetectionsSearch[K] | undefined },
    options: { replace?: boolean } = {},
  ) => void navigate({ search: (before) => ({ ...before, ...change }), replace: options.replace ?? false });
  return { search: detectionsRoute.useSearch(), setSearch };
}

/** Removes the search parameters of a window when it is closed. */
export const closedWindowParams = {
  policy: undefined,
  device: undefined,
  task: undefined,
  section: undefined,
  settings: undefined,
  dialog: undefined,
  why: undefined,
  whyDevice: undefined,
  whySetting: undefined,
  decisionsOf: undefined,
  runsQ: undefined,
  runsSort: undefined,
  runsOrder: undefined,
  runsPage: undefined,
  runsState: undefined,
};

/** The search parameters of a new group or tab: no window and no table state, only the scenario. */
export const onlyScenario = (before: SearchParams): SearchParams =>
  before.scenario ? { scenario: before.scenario } : {};
