import { everyPage, getJson, type MoneyAmount, type Page, send } from '../shared/api/http';
import { Problem } from '../shared/api/problem';
import { parseMoney } from '../shared/format/numbers';
import { formatQuery } from '../shared/list/address';
import type { ListQuestion } from '../shared/list/DataList';

/** One hit: an account of a KOL, or a KOL without one. */
export interface Listing {
  kolId: string;
  accountId?: string | null;
  displayName: string;
  handle?: string | null;
  platform?: string | null;
  tier?: string | null;
  followers?: number | null;
  avgViews?: number | null;
  engagementRate?: number | null;
  engagementRateByFollowers?: number | null;
  country?: string | null;
  topics: string[];
  price?: MoneyAmount | null;
  auditScore?: number | null;
  measuredOn?: string | null;
  linked: boolean;
}

interface FacetValue {
  value: string;
  count: number;
}

export type Facets = Record<'platform' | 'tier' | 'topic' | 'country', FacetValue[]>;

export interface Found extends Page<Listing> {
  facets: Facets;
}

/** People type percent and yuan; the service takes shares and minor units. */
export function searchQuery({ filters, ...rest }: ListQuestion): object {
  const { engagementFrom, engagementTo, priceFrom, priceTo, ...plain } = filters;
  const share = (values: string[] | undefined) => {
    const percent = Number(values?.[0]);
    return values && Number.isFinite(percent) ? percent / 100 : undefined;
  };
  const minor = (values: string[] | undefined) => parseMoney(values?.[0] ?? '', 'CNY')?.amountMinor;
  return {
    ...rest,
    ...plain,
    engagementFrom: share(engagementFrom),
    engagementTo: share(engagementTo),
    priceFromMinor: minor(priceFrom),
    priceToMinor: minor(priceTo),
    priceCurrency: priceFrom || priceTo ? 'CNY' : undefined,
  };
}

export function searchKols(question: ListQuestion): Promise<Found> {
  return getJson(`/api/v1/kols${formatQuery(searchQuery(question))}`);
}

/** Campaigns that still take people. */
export async function fetchOpenCampaigns(): Promise<Page<{ id: string; name: string; status: string }>> {
  const page = await everyPage<{ id: string; name: string; status: string }>('/api/v1/campaigns?limit=200');
  return { ...page, items: page.items.filter(({ status }) => status === 'DRAFT' || status === 'RUNNING') };
}

interface Outcome {
  added: unknown[];
  refused: { accountId: string; code: string; detail: string }[];
}

/** Puts accounts on a short list; those that do not fit come back as one problem with a line for each. */
export async function addToShortList(
  campaignId: string,
  accountIds: string[],
  nameOf: (accountId: string) => string,
  key: string,
): Promise<void> {
  const { value } = await send<Outcome>('POST', `/api/v1/campaigns/${campaignId}/candidates`, {
    body: { accountIds },
    key,
  });
  const first = value.refused[0];
  if (!first) return;
  throw new Problem(
    409,
    first.code,
    `${value.added.length} / ${accountIds.length}`,
    value.refused.map(({ accountId, code, detail }) => ({ field: nameOf(accountId), code, detail })),
  );
}
