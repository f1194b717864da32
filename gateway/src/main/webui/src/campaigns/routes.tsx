import { createRoute } from '@tanstack/react-router';
import { frameRoute, only, page } from '../shared/frame/routing';

const words = 'campaigns';
const getParentRoute = () => frameRoute;
const planner = only('brand-manager');

export const campaignRoutes = [
  createRoute({ getParentRoute, path: '/campaigns', component: page(words, () => import('./CampaignListPage')) }),
  createRoute({
    getParentRoute,
    beforeLoad: planner,
    path: '/campaigns/new',
    component: page(words, () => import('./CampaignEditPage')),
  }),
  createRoute({
    getParentRoute,
    path: '/campaigns/$campaignId',
    component: page(words, () => import('./CampaignPage')),
  }),
  createRoute({
    getParentRoute,
    beforeLoad: planner,
    path: '/campaigns/$campaignId/edit',
    component: page(words, () => import('./CampaignEditPage')),
  }),
  createRoute({
    getParentRoute,
    beforeLoad: planner,
    path: '/campaigns/$campaignId/briefs/new',
    component: page(words, () => import('./BriefEditPage')),
  }),
  createRoute({
    getParentRoute,
    beforeLoad: planner,
    path: '/campaigns/$campaignId/briefs/$briefId',
    component: page(words, () => import('./BriefEditPage')),
  }),
  createRoute({
    getParentRoute,
    path: '/campaigns/$campaignId/collaborations/$collaborationId',
    component: page(words, () => import('./CollaborationPage')),
  }),
] as const;
