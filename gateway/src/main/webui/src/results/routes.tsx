import { createRoute } from '@tanstack/react-router';
import { frameRoute, page } from '../shared/frame/routing';

export const resultRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/results',
    component: page('results', () => import('./ResultsPage')),
  }),
] as const;
