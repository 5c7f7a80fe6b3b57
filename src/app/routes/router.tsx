import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { groupIdSchema } from '#domain/ids.ts';
import { auditSearchSchema } from '#src/features/audit/audit-search.ts';
import { detectionsSearchSchema, groupRouteParams, searchParamsSchema } from '#src/shared/navigation/route-location.ts';
import { parseSearch, stringifySearch } from '#src/shared/navigation/search-params.ts';
import { GroupPage } from './group-page.tsx';
import { BrokenPage } from '#src/app/errors/error-pages.tsx';
import { AuditPage, DetectionsPage } from './lazy-pages.tsx';
import { NotFound } from '#src/app/errors/not-found.tsx';
import { Shell } from '#src/app/shell/shell.tsx';

const root = createRootRoute({
  component: Shell,
  notFoundComponent: () => <NotFound />,
  errorComponent: BrokenPage,
  validateSearch: searchParamsSchema.pick({ scenario: true }),
  search: { middlewares: [retainSearchParams(['scenario'])] },
});

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: ({ search }) => {
    throw redirect({
      to: '/groups/$groupId/$tab',
      params: { groupId: groupIdSchema.parse('managed-devices'), tab: 'devices' },
      search,
      replace: true,
    });
  },
});

/** @throws the router's own *not found* for a tab or a group's id that cannot be one */
function placeOrNotFound(params: unknown) {
  const place = groupRouteParams.safeParse(params);
  if (!place.success) throw notFound();
  return place.data;
}

const group = createRoute({
  getParentRoute: () => root,
  path: '/groups/$groupId/$tab',
  params: { parse: placeOrNotFound, stringify: (params) => params },
  validateSearch: searchParamsSchema,
  component: GroupPage,
  notFoundComponent: () => <NotFound />,
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: auditSearchSchema,
  component: AuditPage,
});

const detections = createRoute({
  getParentRoute: () => root,
  path: '/detections',
  validateSearch: detectionsSearchSchema,
  component: DetectionsPage,
});

const gallery = createRoute({
  getParentRoute: () => root,
  path: '/gallery',
  component: lazyRouteComponent(() => import('#src/app/gallery/gallery-page.tsx'), 'GalleryPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([start, group, detections, audit, gallery]),
  defaultPreload: 'intent',
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
