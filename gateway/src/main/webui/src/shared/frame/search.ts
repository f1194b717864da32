import { getJson, type Page } from '../api/http';
import type { Session } from '../api/session';
import { areasOf } from './areas';

/** One place that the search over everything found. */
export interface Hit {
  key: string;
  group: 'pages' | 'kols' | 'campaigns';
  title: string;
  detail?: string;
  path: string;
}

interface Named {
  id: string;
  name?: string;
  displayName?: string;
  state?: string;
}

/** Pages by name at once; KOLs and campaigns as their services find them. One service being down hides only its own hits. */
export async function searchEverything(q: string, session: Session, areaName: (key: string) => string): Promise<Hit[]> {
  const places = areasOf(session)
    .map((area) => ({ key: area.key, group: 'pages' as const, title: areaName(area.key), path: area.to }))
    .filter(({ title }) => title.toLowerCase().includes(q.toLowerCase()));
  if (q.trim().length < 2 && !/[^\x20-\x7e]/.test(q)) return places;
  const asked = encodeURIComponent(q.trim());
  const seesKols = session.roles.some((role) => role === 'brand-manager' || role === 'admin');
  const [kols, campaigns] = await Promise.all([
    seesKols ? find(`/api/v1/kols?limit=6&q=${asked}`) : [],
    find(`/api/v1/campaigns?limit=6&q=${asked}`),
  ]);
  return [
    ...places,
    ...kols.map((kol) => hit('kols', kol, `/discover/kols/${kol.id}`)),
    ...campaigns.map((one) => hit('campaigns', one, `/campaigns/${one.id}`)),
  ];
}

async function find(path: string): Promise<Named[]> {
  return getJson<Page<Named>>(path).then(
    (page) => page.items,
    () => [],
  );
}

function hit(group: Hit['group'], found: Named, path: string): Hit {
  return {
    key: `${group} ${found.id}`,
    group,
    title: found.displayName ?? found.name ?? found.id,
    detail: found.state,
    path,
  };
}
