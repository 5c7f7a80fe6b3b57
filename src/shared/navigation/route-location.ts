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

/** A text to search for: one that is too long is not dropped, or all would be shown as found. */
export const searchTextParam = z.string().transform(searchForAddress).optional().catch(undefined);

/** A choice in an address: a text there, a boolean where a page sets it. */
const flag = z.literal([true, false, 'true', 'false']).transform((said) => said === true || said === 'true');

/**
 * Everything about a place that its address says beside group and tab. A value that makes no sense is dropped,
 * so an old or mistyped link still opens its group.
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
  /** The group of settings of that window to bring into sight. */
  settings: z.enum(settingsGroups).optional().catch(undefined),
  /** The dialog over it, or over the page. */
  dialog: z.enum(dialogs).optional().catch(undefined),
  /** The group of settings that *Why?* explains: of the open window, or else of the device named beside it. */
  why: z.enum(settingsGroups).optional().catch(undefined),
  whyDevice: deviceIdSchema.optional().catch(undefined),
  /** The one setting of that group that was asked about, by its name. */
  whySetting: z.string().max(60).optional().catch(undefined),
  /** The run of the open task of which is told what decided its start. */
  decisionsOf: runIdSchema.optional().catch(undefined),
  /** Table state. */
  q: searchTextParam,
  sort: z.string().max(40).optional().catch(undefined),
  order: z.enum(['asc', 'desc']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).optional().catch(undefined),
  status: z.string().max(40).optional().catch(undefined),
  /** The same of the table of runs in an open window, which lies over a table of the page. */
  runsQ: searchTextParam,
  runsSort: z.string().max(40).optional().catch(undefined),
  runsOrder: z.enum(['asc', 'desc']).optional().catch(undefined),
  runsPage: z.coerce.number().int().min(1).optional().catch(undefined),
  runsState: z.string().max(40).optional().catch(undefined),
  subgroups: flag.optional().catch(undefined),
  inherited: flag.optional().catch(undefined),
  /** Only the devices on which this holds, by this decision: where a number of a group's summary leads. */
  decidedBy: z.enum(decisions).optional().catch(undefined),
  decidingPolicy: policyIdSchema.optional().catch(undefined),
  scanStart: z.string().max(100).optional().catch(undefined),
  scope: z.enum(scanScopes).optional().catch(undefined),
  ...scheduleSearchParams,
});

export type SearchParams = z.infer<typeof searchParamsSchema>;

export const groupRouteParams = z.object({ groupId: groupIdSchema, tab: z.enum(tabs) });

const route = getRouteApi('/groups/$groupId/$tab');

/** Where the person is: the group, its tab, and what the address says beside. */
export function useRouteLocation() {
  return { ...useRouteParams(), search: route.useSearch() };
}

/** A part of what the address says beside group and tab: what else changes there draws nothing anew. */
export function useSearchParams<K extends keyof SearchParams>(...keys: readonly K[]): Pick<SearchParams, K> {
  const said = route.useSearch({
    // Values of an address, though their types are narrower than the router knows to compare.
    select: (search): Record<string, string | number | boolean | undefined> =>
      Object.fromEntries(keys.map((key) => [key, search[key]])),
    structuralSharing: true,
  });
  return said as Pick<SearchParams, K>;
}

/**
 * What the address says of a list of `groupId`. Another group's list is drawn a moment after the address names it: until then
 * this is what was said last of the one in sight.
 */
export function useListSearchParams<K extends keyof SearchParams>(groupId: GroupId, ...keys: readonly K[]) {
  const said = useSearchParams(...keys);
  const isHere = useRouteGroup() === groupId;
  const [last, setLast] = useState(said);
  if (isHere && last !== said) setLast(said);
  return isHere ? said : last;
}

/** The group and tab that the address names. */
export const useRouteParams = () => route.useParams();

/** The group that the address names. */
export const useRouteGroup = (): GroupId => route.useParams({ select: ({ groupId }) => groupId });

/** The group and tab that the address names, on any page; null of a page without one. */
export function useOptionalRouteParams() {
  const place = groupRouteParams.safeParse(useParams({ strict: false }));
  return place.success ? place.data : null;
}

/**
 * Changes what the address says. `set` keeps group and tab; a push can be undone with Back, `replace` is for
 * typing and sorting. `undefined` takes a key away.
 */
export function useSetSearchParams() {
  const navigate = route.useNavigate();
  return (change: { [K in keyof SearchParams]?: SearchParams[K] | undefined }, options: { replace?: boolean } = {}) =>
    void navigate({
      search: (before) => ({ ...before, ...change }),
      replace: options.replace ?? false,
      // The same page: nothing of it scrolls back.
      resetScroll: false,
    });
}

/** What the address of the list of detections says: its table's state. */
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

/** The same as a place of its own: the list of detections, and how to change what its address says. */
export function useDetectionsSearchParams() {
  const navigate = detectionsRoute.useNavigate();
  const setSearch = (
    change: { [K in keyof DetectionsSearch]?: DetectionsSearch[K] | undefined },
    options: { replace?: boolean } = {},
  ) => void navigate({ search: (before) => ({ ...before, ...change }), replace: options.replace ?? false });
  return { search: detectionsRoute.useSearch(), setSearch };
}

/** What a closed window leaves of the address. */
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

/** What another group or tab starts with: no window, no table state; the scenario stays. */
export const onlyScenario = (before: SearchParams): SearchParams =>
  before.scenario ? { scenario: before.scenario } : {};
