import { createRoute } from '@tanstack/react-router';
import { frameRoute, page } from '../shared/frame/routing';

export const portalRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/portal',
    component: page('portal', () => import('./PortalHomePage')),
  }),
] as const;
