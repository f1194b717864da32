import { createRoute } from '@tanstack/react-router';
import { frameRoute, page } from '../shared/frame/routing';

export const contentRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/content',
    component: page('content', () => import('./ContentListPage')),
  }),
] as const;
