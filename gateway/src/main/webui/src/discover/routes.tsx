import { createRoute } from '@tanstack/react-router';
import { frameRoute, only, page } from '../shared/frame/routing';

const words = 'discover';
const beforeLoad = only('brand-manager', 'admin');
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
    path: '/discover/kols/$kolId',
    beforeLoad: only('brand-manager', 'finance', 'executive', 'admin'),
    component: page(words, () => import('./KolPage')),
  }),
] as const;
