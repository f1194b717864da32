import { getJson, getVersioned, type MoneyAmount, type Page, send } from '../shared/api/http';
import { formatQuery } from '../shared/list/address';

export interface Condition {
  metric: string;
  /** Minor units for money, 0 to 1 for shares, else a count. */
  threshold: number;
  viralFrom?: number | null;
}

export interface EscalationRule {
  id: string;
  version: number;
  name: string;
  active: boolean;
  needed: number;
  conditions: Condition[];
}

export type RuleWords = Omit<EscalationRule, 'id' | 'version'>;

export const rulesKey = ['escalation-rules'] as const;

export function fetchRules(): Promise<Page<EscalationRule>> {
  return getJson('/api/v1/escalation-rules');
}

export function saveRule(rule: RuleWords & { id?: string; version?: number }, key: string) {
  const { id, version, ...words } = rule;
  return id
    ? send<EscalationRule>('PUT', `/api/v1/escalation-rules/${id}`, { body: words, etag: `"${version}"` })
    : send<EscalationRule>('POST', '/api/v1/escalation-rules', { body: words, key });
}

export interface Tier {
  code: string;
  fromFollowers: number;
}

export interface TierTable {
  platform: string;
  tiers: Tier[];
  own: boolean;
  source: string;
  version: number;
}

export function fetchPlatforms(): Promise<{ items: { code: string; name: string; nameZh: string }[] }> {
  return getJson('/api/v1/platforms');
}

export function fetchTiers(platform: string) {
  return getVersioned<TierTable>(`/api/v1/tiers/${platform}`);
}

export function replaceTiers(platform: string, tiers: Tier[], etag: string) {
  return send<TierTable>('PUT', `/api/v1/tiers/${platform}`, { body: { tiers }, etag });
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

export function fetchProducts(): Promise<Page<Product>> {
  return getJson('/api/v1/products');
}

export function saveProduct(product: Omit<Product, 'id' | 'version'> & { id?: string; version?: number }, key: string) {
  const { id, version, ...words } = product;
  return id
    ? send<Product>('PUT', `/api/v1/products/${id}`, { body: words, etag: `"${version}"` })
    : send<Product>('POST', '/api/v1/products', { body: words, key });
}

/** The services, by the name under which the gateway reaches their operations. */
export const services = ['kol-registry', 'campaign', 'payment', 'reporting'] as const;
export type ServiceName = (typeof services)[number];

export interface DeadLetter {
  id: string;
  consumer: string;
  topic: string;
  type?: string | null;
  key?: string | null;
  cause: string;
  receivedAt: string;
  replayedAt?: string | null;
}

export function fetchDeadLetters(service: ServiceName): Promise<DeadLetter[]> {
  return getJson(`/api/v1/operations/${service}/dead-letters`);
}

export function replay(service: ServiceName, id: string, key: string) {
  return send<unknown>('POST', `/api/v1/operations/${service}/dead-letters/${id}/replay`, { key });
}

export function discard(service: ServiceName, id: string, reason: string) {
  return send<unknown>('POST', `/api/v1/operations/${service}/dead-letters/${id}/discard`, { body: { reason } });
}

export interface AuditEntry {
  id: string;
  at: string;
  actor: string;
  actorName: string;
  action: string;
  aggregateType: string;
  aggregateId: string;
  reason?: string | null;
  before?: string | null;
  after?: string | null;
}

export function fetchAuditTrail(service: ServiceName, cursor: string | undefined): Promise<Page<AuditEntry>> {
  return getJson(`/api/v1/operations/${service}/audit${formatQuery({ cursor, limit: 50 })}`);
}

export const clockKey = (service: ServiceName) => ['clock', service] as const;

/** What time a service thinks it is; refused as unknown where clocks can't be moved. */
export function fetchClock(service: ServiceName): Promise<{ now: string }> {
  return getJson(`/api/v1/operations/${service}/clock`);
}

export function setClock(service: ServiceName, now: string) {
  return send<{ now: string }>('PUT', `/api/v1/operations/${service}/clock`, { body: { now } });
}
