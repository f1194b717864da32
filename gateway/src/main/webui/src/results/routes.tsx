import { createRoute } from '@tanstack/react-router';
import { frameRoute, page } from '../shared/frame/routing';

const words = 'results';
const getParentRoute = () => frameRoute;

export const resultRoutes = [
  createRoute({ getParentRoute, path: '/results', component: page(words, () => import('./ResultsPage')) }),
  createRoute({
    getParentRoute,
    path: '/results/campaigns/$campaignId',
    component: page(words, () => import('./CampaignResultsPage')),
  }),
  createRoute({ getParentRoute, path: '/results/uplift', component: page(words, () => import('./UpliftPage')) }),
  createRoute({ getParentRoute, path: '/results/orders', component: page(words, () => import('./OrdersPage')) }),
  createRoute({ getParentRoute, path: '/results/import', component: page(words, () => import('./ImportPage')) }),
  createRoute({
    getParentRoute,
    path: '/results/import/$kind/$importId',
    component: page(words, () => import('./ImportJobPage')),
  }),
] as const;
