import { queryOptions } from '@tanstack/react-query';
import type { components } from '../shared/api/generated/reporting';
import { everyPage, getJson, type MoneyAmount, type Page, send } from '../shared/api/http';
import { formatQuery } from '../shared/list/address';

type Schemas = components['schemas'];

export const groupings = ['campaign', 'kol', 'platform', 'tier', 'track', 'chain'] as const;
export type Grouping = (typeof groupings)[number];

/** A number that can say where it comes from; it has no `value` when it can't be computed, and `notComputable` says why. */
export type Figure = Schemas['FigureAnswer'];
export type ReportRow = Schemas['Row'];
export type Objective = Schemas['ObjectiveAnswer'];
export type Day = Schemas['DayAnswer'];
export type CampaignReport = Schemas['CampaignReportAnswer'];
export type Uplift = Schemas['UpliftAnswer'];
export type GiftToPaid = Schemas['GiftToPaidAnswer'];

/** What narrows every report; the same names as in the address of the page. */
export interface Scope {
  campaign?: string;
  from?: string;
  to?: string;
}

export const reportsKey = ['reports'] as const;

export function roiQuery(by: Grouping, scope: Scope) {
  return queryOptions({
    queryKey: [...reportsKey, 'roi', by, scope],
    queryFn: () =>
      getJson<{ items: ReportRow[]; total: number; costScope: string[] }>(
        `/api/v1/reports/roi${formatQuery({ by, ...scope, limit: 200 })}`,
      ),
  });
}

export function exportAddress(by: Grouping, scope: Scope, format: 'csv' | 'xlsx'): string {
  return `/api/v1/reports/roi/export${formatQuery({ by, ...scope, format })}`;
}

export function campaignReportQuery(id: string) {
  return queryOptions({
    queryKey: [...reportsKey, 'campaign', id],
    queryFn: () => getJson<CampaignReport>(`/api/v1/reports/campaigns/${id}`),
  });
}

export const giftToPaidQuery = queryOptions({
  queryKey: [...reportsKey, 'gift-to-paid'],
  queryFn: () => getJson<GiftToPaid>('/api/v1/reports/gift-to-paid'),
});

export interface CatalogueFormula {
  name: string;
  version: string;
  expression: string;
}

export const formulasQuery = queryOptions({
  queryKey: ['formulas'],
  queryFn: () => getJson<{ formulas: CatalogueFormula[] }>('/api/v1/formulas'),
  staleTime: Number.POSITIVE_INFINITY,
});

export interface Order {
  shop: string;
  orderNumber: string;
  state: string;
  paid: MoneyAmount;
  refunded: MoneyAmount;
  net: MoneyAmount;
  paidIsNet: boolean;
  promoCodes: string[];
  happenedAt: string;
  attributedTo: {
    campaignId: string;
    campaignName: string;
    collaborationId: string;
    kolName: string;
    byCode: string;
  } | null;
  flagged: boolean;
  unattributedWhy: string | null;
  attributionRule: string;
}

export const attributions = ['attributed', 'unattributed', 'flagged'] as const;

export function fetchOrders(question: object): Promise<Page<Order>> {
  return getJson(`/api/v1/orders${formatQuery(question)}`);
}

export type ImportKind = 'metrics' | 'orders';

export interface Preview {
  fileKind: string;
  headerLine: number;
  columns: string[];
  samples: { line: number; cells: string[] }[];
  fields: { field: string; required: boolean }[];
  guesses: { field: string; column: string; confidence: number }[];
}

export interface ImportOptions {
  mapping: Record<string, string>;
  mode: 'KEEP_GOOD_LINES' | 'ALL_OR_NOTHING';
  asOf?: string;
  /** Of times in the file that name none. */
  zone?: string;
  shop?: string;
  currency?: string;
  paidIsNet?: boolean;
  template?: string;
}

export type ImportJob = Schemas['ImportJob'];

export interface Template {
  name: string;
  mapping: Record<string, string>;
  /** Only orders have built-in templates, and what those know beside the columns. */
  title?: string;
  builtIn?: boolean;
  paidIsNet?: boolean;
  currency?: string | null;
  zone?: string | null;
}

export const templatesKey = (kind: ImportKind) => ['templates', kind] as const;

/** What is known of files of this kind: the built-in reports of shops, and the mappings that were kept. */
export function templatesQuery(kind: ImportKind) {
  return queryOptions({
    queryKey: templatesKey(kind),
    queryFn: () => getJson<Template[]>(`/api/v1/${kind}/templates`),
  });
}

export function saveTemplate(kind: ImportKind, name: string, mapping: Record<string, string>, key: string) {
  return send<Template>('POST', `/api/v1/${kind}/templates`, { body: { name, mapping }, key });
}

export async function previewFile(kind: ImportKind, file: File): Promise<Preview> {
  const form = new FormData();
  form.set('file', file);
  return (await send<Preview>('POST', `/api/v1/${kind}/imports/preview`, { body: form })).value;
}

export async function startImport(
  kind: ImportKind,
  file: File,
  options: ImportOptions,
  key: string,
): Promise<ImportJob> {
  const form = new FormData();
  form.set('file', file);
  form.set('mapping', JSON.stringify(options.mapping));
  form.set('mode', options.mode);
  if (options.zone) form.set('zone', options.zone);
  if (options.asOf) form.set('asOf', options.asOf);
  if (options.shop) form.set('shop', options.shop);
  if (options.currency) form.set('currency', options.currency);
  if (options.template) form.set('template', options.template);
  if (options.paidIsNet !== undefined) form.set('paidIsNet', String(options.paidIsNet));
  return (await send<ImportJob>('POST', `/api/v1/${kind}/imports`, { body: form, key })).value;
}

export function fetchJobs(kind: ImportKind): Promise<Page<ImportJob>> {
  return getJson(`/api/v1/${kind}/imports?limit=20`);
}

export function fetchJob(kind: ImportKind, id: string): Promise<ImportJob> {
  return getJson(`/api/v1/${kind}/imports/${id}`);
}

export function fetchProblems(kind: ImportKind, id: string): Promise<Page<Schemas['LineProblem']>> {
  return everyPage(`/api/v1/${kind}/imports/${id}/problems?limit=200`);
}
