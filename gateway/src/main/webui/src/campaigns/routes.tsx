import { createRoute } from '@tanstack/react-router';
import { frameRoute, page } from '../shared/frame/routing';

export const campaignRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/campaigns',
    component: page('campaigns', () => import('./CampaignListPage')),
  }),
] as const;
