import { createRouter } from '@tanstack/react-router';
import { campaignRoutes } from '../campaigns/routes';
import { contentRoutes } from '../content/routes';
import { discoverRoutes } from '../discover/routes';
import { homeRoutes } from '../home/routes';
import { moneyRoutes } from '../money/routes';
import { portalRoutes } from '../portal/routes';
import { resultRoutes } from '../results/routes';
import { settingsRoutes } from '../settings/routes';
import { doorRoutes, frameRoute, rootRoute } from '../shared/frame/routing';
import { formatQuery, parseQuery } from '../shared/list/address';
import { PageSkeleton } from '../shared/ui/States';
import { NotFound, PageFailure } from './Failures';
import { queries } from './queries';

const tree = rootRoute.addChildren([
  ...doorRoutes,
  frameRoute.addChildren([
    ...homeRoutes,
    ...discoverRoutes,
    ...campaignRoutes,
    ...contentRoutes,
    ...moneyRoutes,
    ...resultRoutes,
    ...settingsRoutes,
    ...portalRoutes,
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  context: { queries },
  parseSearch: parseQuery,
  stringifySearch: formatQuery,
  defaultPreload: 'intent',
  defaultPendingComponent: PageSkeleton,
  defaultPendingMs: 150,
  defaultErrorComponent: PageFailure,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
