import type { Role, Session } from '../api/session';
import type { IconName } from '../ui/Icon';

/** One entry of the navigation: a place of work, named by what people do there. */
export interface Area {
  key: string;
  to: string;
  icon: IconName;
  roles: readonly Role[];
}

const members: readonly Role[] = ['brand-manager', 'finance', 'executive', 'admin'];

const memberAreas: readonly Area[] = [
  { key: 'home', to: '/', icon: 'home', roles: members },
  { key: 'discover', to: '/discover', icon: 'discover', roles: ['brand-manager', 'admin'] },
  { key: 'campaigns', to: '/campaigns', icon: 'campaigns', roles: members },
  { key: 'content', to: '/content', icon: 'content', roles: ['brand-manager', 'admin'] },
  { key: 'money', to: '/money', icon: 'money', roles: ['finance', 'brand-manager', 'executive', 'admin'] },
  { key: 'results', to: '/results', icon: 'results', roles: members },
  { key: 'settings', to: '/settings', icon: 'settings', roles: members },
];

const portalAreas: readonly Area[] = [
  { key: 'portalHome', to: '/portal', icon: 'home', roles: ['kol', 'agency'] },
  { key: 'briefs', to: '/portal/briefs', icon: 'brief', roles: ['kol', 'agency'] },
  { key: 'portalContent', to: '/portal/content', icon: 'content', roles: ['kol', 'agency'] },
  { key: 'payments', to: '/portal/payments', icon: 'money', roles: ['kol', 'agency'] },
  { key: 'profile', to: '/portal/profile', icon: 'profile', roles: ['kol', 'agency'] },
];

/** A KOL or agency works in the portal; a member of an organisation works in the suite. */
export function livesInPortal(session: Session): boolean {
  return (
    !session.roles.some((role) => members.includes(role)) &&
    session.roles.some((role) => role === 'kol' || role === 'agency')
  );
}

export function areasOf(session: Session): Area[] {
  const areas = livesInPortal(session) ? portalAreas : memberAreas;
  return areas.filter((area) => area.roles.some((role) => session.roles.includes(role)));
}

/** A page inside an area, found by its name in the search over everything. */
export interface Place {
  key: string;
  to: string;
  roles: readonly Role[];
}

const plans: readonly Role[] = ['brand-manager', 'admin'];
const pays: readonly Role[] = ['finance', 'executive', 'admin'];

const places: readonly Place[] = [
  { key: 'lists', to: '/discover/lists', roles: members },
  { key: 'agencies', to: '/discover/agencies', roles: members },
  { key: 'kolImports', to: '/discover/imports', roles: plans },
  { key: 'kolImport', to: '/discover/import', roles: plans },
  { key: 'newCampaign', to: '/campaigns/new', roles: ['brand-manager'] },
  { key: 'fees', to: '/money/fees', roles: members },
  { key: 'newFee', to: '/money/fees/new', roles: ['finance', 'admin'] },
  { key: 'payees', to: '/money/payees', roles: pays },
  { key: 'payouts', to: '/money/payouts', roles: pays },
  { key: 'statements', to: '/money/statements', roles: pays },
  { key: 'ledger', to: '/money/ledger', roles: pays },
  { key: 'uplift', to: '/results/uplift', roles: members },
  { key: 'orders', to: '/results/orders', roles: members },
  { key: 'resultsImport', to: '/results/import', roles: plans },
  { key: 'catalogue', to: '/settings?tab=catalogue', roles: plans },
  { key: 'escalation', to: '/settings?tab=escalation', roles: plans },
  { key: 'tiers', to: '/settings?tab=tiers', roles: plans },
  { key: 'deadLetters', to: '/settings?tab=dead-letters', roles: ['admin'] },
  { key: 'audit', to: '/settings?tab=audit', roles: ['admin'] },
];

export function placesOf(session: Session): Place[] {
  return livesInPortal(session)
    ? []
    : places.filter((place) => place.roles.some((role) => session.roles.includes(role)));
}
