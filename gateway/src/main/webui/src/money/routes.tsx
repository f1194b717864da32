import { createRoute } from '@tanstack/react-router';
import { frameRoute, page } from '../shared/frame/routing';

export const moneyRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/money',
    component: page('money', () => import('./MoneyPage')),
  }),
] as const;
