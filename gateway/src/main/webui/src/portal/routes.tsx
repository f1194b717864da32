import { createRoute } from '@tanstack/react-router';
import { frameRoute, page } from '../shared/frame/routing';

const words = 'portal';
const getParentRoute = () => frameRoute;

export const portalRoutes = [
  createRoute({ getParentRoute, path: '/portal', component: page(words, () => import('./PortalHomePage')) }),
  createRoute({ getParentRoute, path: '/portal/briefs', component: page(words, () => import('./BriefListPage')) }),
  createRoute({ getParentRoute, path: '/portal/briefs/$briefId', component: page(words, () => import('./BriefPage')) }),
  createRoute({ getParentRoute, path: '/portal/content', component: page(words, () => import('./ContentPage')) }),
  createRoute({ getParentRoute, path: '/portal/payments', component: page(words, () => import('./PaymentsPage')) }),
  createRoute({ getParentRoute, path: '/portal/profile', component: page(words, () => import('./ProfilePage')) }),
] as const;
