import { getJson, type Page } from '../api/http';
import type { Session } from '../api/session';
import { areasOf } from './areas';

/** One place that the search over everything found. */
export interface Hit {
  key: string;
  group: 'pages' | 'kols' | 'campaigns';
  title: string;
  path: string;
}

interface Named {
  id?: string;
  kolId?: string;
  name?: string;
  displayName?: string;
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
    find('/api/v1/campaigns?limit=100').then((all) =>
      all.filter((one) => named(one).toLowerCase().includes(q.trim().toLowerCase())),
    ),
  ]);
  return [
    ...places,
    ...uniqueKols(kols).map((kol) => hit('kols', kol, `/discover/kols/${kol.kolId}`)),
    ...campaigns.slice(0, 6).map((one) => hit('campaigns', one, `/campaigns/${one.id}`)),
  ];
}

async function find(path: string): Promise<Named[]> {
  return getJson<Page<Named>>(path).then(
    (page) => page.items,
    () => [],
  );
}

/** A KOL is found once per account; here they stand once. */
function uniqueKols(found: Named[]): Named[] {
  return [...new Map(found.map((one) => [one.kolId, one])).values()];
}

function named({ displayName, name, id }: Named): string {
  return displayName ?? name ?? id ?? '';
}

function hit(group: Hit['group'], found: Named, path: string): Hit {
  return { key: path, group, title: named(found), path };
}
