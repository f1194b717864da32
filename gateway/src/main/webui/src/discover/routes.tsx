import { createRoute } from '@tanstack/react-router';
import { frameRoute, page } from '../shared/frame/routing';

export const discoverRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/discover',
    component: page('discover', () => import('./KolListPage')),
  }),
] as const;
