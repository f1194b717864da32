import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { Problem } from '../api/problem';
import { type Role, sessionQuery } from '../api/session';
import { i18n } from '../i18n';
import { livesInPortal } from './areas';
import { Frame } from './Frame';

export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet });

/** A page as its own chunk, fetched together with its words: `page('campaigns', () => import('./CampaignListPage'))`. */
export function page(words: string, load: () => Promise<{ default: ComponentType }>) {
  return lazyRouteComponent(async () => {
    const [module] = await Promise.all([load(), i18n.loadNamespaces(words)]);
    return module;
  });
}

/** Everything behind the sign-in. Whoever is not signed in goes to the door and comes back to where they wanted to go. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  component: Frame,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: { return: location.href } as never });
    if (livesInPortal(session) && !location.pathname.startsWith('/portal')) throw redirect({ to: '/portal' as never });
    return { session };
  },
});

/** Refuses a place to roles that don't work there; the services decide for themselves, this is only the friendlier no. */
export function only(...roles: Role[]) {
  return ({ context }: { context: { session: { roles: Role[] } } }) => {
    if (!context.session.roles.some((role) => roles.includes(role))) throw new Problem(403, 'NOT_YOUR_AREA', '');
  };
}

export const doorRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    component: page('shared', () => import('./SignInPage')),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/signed-in',
    component: page('shared', () => import('./SignedInPage')),
  }),
] as const;
