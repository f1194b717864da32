import { createRoute } from '@tanstack/react-router';
import { frameRoute, page } from '../shared/frame/routing';

const words = 'money';
const getParentRoute = () => frameRoute;

export const moneyRoutes = [
  createRoute({ getParentRoute, path: '/money', component: page(words, () => import('./ApprovalsPage')) }),
  createRoute({ getParentRoute, path: '/money/fees', component: page(words, () => import('./FeeListPage')) }),
  createRoute({ getParentRoute, path: '/money/fees/new', component: page(words, () => import('./NewFeePage')) }),
  createRoute({ getParentRoute, path: '/money/fees/$feeId', component: page(words, () => import('./FeePage')) }),
  createRoute({ getParentRoute, path: '/money/payees', component: page(words, () => import('./PayeeListPage')) }),
  createRoute({ getParentRoute, path: '/money/payees/new', component: page(words, () => import('./NewPayeePage')) }),
  createRoute({ getParentRoute, path: '/money/payees/$payeeId', component: page(words, () => import('./PayeePage')) }),
  createRoute({ getParentRoute, path: '/money/payouts', component: page(words, () => import('./PayoutListPage')) }),
  createRoute({
    getParentRoute,
    path: '/money/payouts/send',
    component: page(words, () => import('./SendPayoutsPage')),
  }),
  createRoute({
    getParentRoute,
    path: '/money/payouts/batches/$batchId',
    component: page(words, () => import('./BatchPage')),
  }),
  createRoute({ getParentRoute, path: '/money/fees/import', component: page(words, () => import('./ImportFeesPage')) }),
  createRoute({
    getParentRoute,
    path: '/money/statements',
    component: page(words, () => import('./StatementListPage')),
  }),
  createRoute({
    getParentRoute,
    path: '/money/statements/$statementId',
    component: page(words, () => import('./StatementPage')),
  }),
  createRoute({
    getParentRoute,
    path: '/money/uploads/$kind/$uploadId',
    component: page(words, () => import('./UploadPage')),
  }),
  createRoute({ getParentRoute, path: '/money/ledger', component: page(words, () => import('./LedgerPage')) }),
] as const;
