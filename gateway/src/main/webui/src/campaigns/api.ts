import { getJson, getVersioned, type MoneyAmount, type Page, send } from '../shared/api/http';
import { formatQuery } from '../shared/list/address';
import type { ListQuestion } from '../shared/list/DataList';

export type CampaignStatus = 'DRAFT' | 'RUNNING' | 'CLOSED' | 'CANCELLED';

export interface Objective {
  kind: string;
  metric: string;
  /** Minor units for money, else a plain number. */
  target: number;
}

export interface OtherMarketing {
  name: string;
  channel: string;
  startsOn?: string | null;
  endsOn?: string | null;
}

export interface Campaign {
  id: string;
  version: number;
  brandId: string;
  brandName: string;
  name: string;
  status: CampaignStatus;
  startsOn: string;
  endsOn: string;
  timeZone: string;
  platforms: string[];
  products: { id: string; name: string }[];
  objectives: Objective[];
  runsBeside: OtherMarketing[];
  budget: MoneyAmount;
  reserved: MoneyAmount;
  spent: MoneyAmount;
  unplanned: MoneyAmount;
  available: MoneyAmount;
  collaborations: number;
  open: number;
  actions: string[];
  createdAt: string;
  launchedAt?: string | null;
}

/** What a campaign's form edits. */
export interface Plan {
  brandId: string;
  name: string;
  startsOn: string;
  endsOn: string;
  timeZone: string;
  platforms: string[];
  productIds: string[];
  objectives: Objective[];
  runsBeside: OtherMarketing[];
  budget?: MoneyAmount;
}

export const campaignsKey = ['campaigns'] as const;
export const campaignKey = (id: string) => ['campaign', id] as const;

export function fetchCampaigns({ filters, ...rest }: ListQuestion): Promise<Page<Campaign>> {
  return getJson(`/api/v1/campaigns${formatQuery({ ...rest, ...filters })}`);
}

export function fetchCampaign(id: string) {
  return getVersioned<Campaign>(`/api/v1/campaigns/${id}`);
}

export function createCampaign(plan: Plan, key: string) {
  return send<Campaign>('POST', '/api/v1/campaigns', { body: plan, key });
}

export function replanCampaign(id: string, plan: Plan, etag: string) {
  return send<Campaign>('PUT', `/api/v1/campaigns/${id}`, { body: plan, etag });
}

export function commandCampaign(id: string, verb: string, etag: string, body: object, key: string) {
  return send<Campaign>('POST', `/api/v1/campaigns/${id}/${verb}`, { body, etag, key });
}

export interface Brand {
  id: string;
  version: number;
  name: string;
}

export interface Product {
  id: string;
  version: number;
  brandId: string;
  name: string;
  sku?: string | null;
  cost: MoneyAmount;
  marginRates: { from: string; rate: number }[];
}

export function fetchBrands(): Promise<Page<Brand>> {
  return getJson('/api/v1/brands');
}

export function createBrand(name: string, key: string) {
  return send<Brand>('POST', '/api/v1/brands', { body: { name }, key });
}

export function fetchProducts(brandId?: string): Promise<Page<Product>> {
  return getJson(`/api/v1/products${formatQuery({ brandId })}`);
}

export type NewProduct = Omit<Product, 'id' | 'version'>;

export function createProduct(product: NewProduct, key: string) {
  return send<Product>('POST', '/api/v1/products', { body: product, key });
}

export interface Rights {
  channels: string[];
  territory: string[];
  termDays: number;
  paidAds: boolean;
  exclusive: boolean;
}

export interface Wanted {
  format: string;
  quantity: number;
  dueLocal?: string | null;
  dueAt?: string | null;
}

/** What a brief's form edits. */
export interface BriefWords {
  campaignId: string;
  title: string;
  keyMessage: string;
  deliverables: Wanted[];
  dos: string[];
  donts: string[];
  disclosure: string;
  hashtags: string[];
  trackingTarget?: string | null;
  promoCodePrefix?: string | null;
  rights?: Rights | null;
  scriptRequired: boolean;
  retentionDays: number;
  places?: number | null;
}

export interface Brief extends BriefWords {
  id: string;
  version: number;
  placesTaken: number;
  sentAt?: string | null;
  createdAt: string;
}

export const briefsKey = (campaignId: string) => ['briefs', campaignId] as const;

export function fetchBriefs(campaignId: string): Promise<Page<Brief>> {
  return getJson(`/api/v1/briefs${formatQuery({ campaignId })}`);
}

export function fetchBrief(id: string) {
  return getVersioned<Brief>(`/api/v1/briefs/${id}`);
}

export function writeBrief(words: BriefWords, key: string) {
  return send<Brief>('POST', '/api/v1/briefs', { body: words, key });
}

export function rewriteBrief(id: string, words: BriefWords, etag: string) {
  return send<Brief>('PUT', `/api/v1/briefs/${id}`, { body: words, etag });
}
