import { createRoute } from '@tanstack/react-router';
import { frameRoute, page } from '../shared/frame/routing';

export const settingsRoutes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/settings',
    component: page('settings', () => import('./SettingsPage')),
  }),
] as const;
