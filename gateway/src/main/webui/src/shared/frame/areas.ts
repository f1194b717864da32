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
