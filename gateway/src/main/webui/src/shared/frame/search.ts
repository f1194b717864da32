import { getJson, type Page } from '../api/http';
import type { Session } from '../api/session';
import { areasOf, livesInPortal, placesOf } from './areas';

/** One place that the search over everything found. */
export interface Hit {
  key: string;
  group: 'pages' | 'kols' | 'campaigns' | 'fees';
  title: string;
  path: string;
}

interface Named {
  id?: string;
  kolId?: string;
  name?: string;
  displayName?: string;
}

interface FeeFound {
  id: string;
  reference?: string | null;
  payeeName?: string | null;
  creditorName?: string | null;
  kolName?: string | null;
}

/**
 * Pages by name at once; KOLs, campaigns and fees as their services find them. One service being down hides only its own hits. An area or
 * page is named by `pageName`, which takes its key in the shared words.
 */
export async function searchEverything(q: string, session: Session, pageName: (key: string) => string): Promise<Hit[]> {
  const wanted = q.trim().toLowerCase();
  const areas = areasOf(session).map(({ key, to }) => ({ key: to, title: pageName(`area.${key}`), path: to }));
  // Without a word to look for, the areas are enough.
  const within = wanted
    ? placesOf(session).map(({ key, to }) => ({ key: to, title: pageName(`place.${key}`), path: to }))
    : [];
  const pages = [...areas, ...within]
    .filter(({ title }) => title.toLowerCase().includes(wanted))
    .map((page) => ({ ...page, group: 'pages' as const }));
  if (livesInPortal(session) || (wanted.length < 2 && !/[^\x20-\x7e]/.test(wanted))) return pages;
  const asked = encodeURIComponent(q.trim());
  const seesKols = session.roles.some((role) => role === 'brand-manager' || role === 'admin');
  const [kols, campaigns, fees] = await Promise.all([
    seesKols ? find<Named>(`/api/v1/kols?limit=6&q=${asked}`) : [],
    find<Named>('/api/v1/campaigns?limit=100').then((all) =>
      all.filter((one) => named(one).toLowerCase().includes(wanted)),
    ),
    find<FeeFound>(`/api/v1/fees?limit=6&search=${asked}`),
  ]);
  return [
    ...pages,
    ...uniqueKols(kols).map((kol) => hit('kols', kol, `/discover/kols/${kol.kolId}`)),
    ...campaigns.slice(0, 6).map((one) => hit('campaigns', one, `/campaigns/${one.id}`)),
    ...fees.map((fee) => ({
      key: fee.id,
      group: 'fees' as const,
      title: [fee.payeeName ?? fee.creditorName ?? fee.kolName, fee.reference].filter(Boolean).join(' · ') || fee.id,
      path: `/money/fees/${fee.id}`,
    })),
  ];
}

async function find<T>(path: string): Promise<T[]> {
  return getJson<Page<T>>(path).then(
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
