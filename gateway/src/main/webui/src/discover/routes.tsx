import { createRoute } from '@tanstack/react-router';
import { frameRoute, only, page } from '../shared/frame/routing';

const words = 'discover';
const beforeLoad = only('brand-manager', 'admin');
const reading = only('brand-manager', 'finance', 'executive', 'admin');
const getParentRoute = () => frameRoute;

export const discoverRoutes = [
  createRoute({ getParentRoute, beforeLoad, path: '/discover', component: page(words, () => import('./KolListPage')) }),
  createRoute({
    getParentRoute,
    beforeLoad,
    path: '/discover/import',
    component: page(words, () => import('./ImportWizardPage')),
  }),
  createRoute({
    getParentRoute,
    beforeLoad,
    path: '/discover/imports',
    component: page(words, () => import('./ImportListPage')),
  }),
  createRoute({
    getParentRoute,
    beforeLoad,
    path: '/discover/imports/$importId',
    component: page(words, () => import('./ImportPage')),
  }),
  createRoute({
    getParentRoute,
    beforeLoad: reading,
    path: '/discover/lists',
    component: page(words, () => import('./ListsPage')),
  }),
  createRoute({
    getParentRoute,
    beforeLoad: reading,
    path: '/discover/lists/$listId',
    component: page(words, () => import('./ListPage')),
  }),
  createRoute({
    getParentRoute,
    beforeLoad: reading,
    path: '/discover/agencies',
    component: page(words, () => import('./AgencyListPage')),
  }),
  createRoute({
    getParentRoute,
    beforeLoad: reading,
    path: '/discover/agencies/$agencyId',
    component: page(words, () => import('./AgencyPage')),
  }),
  createRoute({
    getParentRoute,
    path: '/discover/kols/$kolId',
    beforeLoad: reading,
    component: page(words, () => import('./KolPage')),
  }),
] as const;
