import { getJson, getVersioned, type MoneyAmount, type Page, send, type Versioned } from '../shared/api/http';
import { formatQuery } from '../shared/list/address';
import type { ListQuestion } from '../shared/list/DataList';

export interface Numbers {
  followers?: number | null;
  followings?: number | null;
  posts?: number | null;
  avgViews?: number | null;
  avgLikes?: number | null;
  avgComments?: number | null;
  avgShares?: number | null;
  avgSaves?: number | null;
  avgEngagements?: number | null;
  authenticEngagements?: number | null;
}

export interface HistoryPoint {
  day: string;
  numbers: Numbers;
  engagementRate?: number | null;
  engagementRateByFollowers?: number | null;
  valuesThatDay: number;
}

export interface Price {
  id: string;
  accountId: string;
  format: string;
  month: string;
  price: MoneyAmount;
  platformFeeRate?: number | null;
  rebateRate?: number | null;
  source?: string | null;
  recordedByName: string;
  recordedAt: string;
  current: boolean;
}

export type Outcome = 'CLEAR' | 'SUSPICIOUS' | 'MISSING';

export interface Finding {
  signal: string;
  outcome: Outcome;
  value?: number | null;
  threshold?: number | null;
  unit: string;
  source: string;
  sampleSize: number;
  severity: number;
  weight: number;
  explanation: string;
}

export interface Audit {
  id: string;
  accountId: string;
  ruleVersion: string;
  score: number;
  confidence: number;
  auditedAt: string;
  findings: Finding[];
}

export interface Account {
  id: string;
  platform: string;
  platformUid?: string | null;
  handle: string;
  displayName: string;
  url?: string | null;
  country?: string | null;
  topics: string[];
  tier?: string | null;
  numbers: Numbers;
  engagementRate?: number | null;
  engagementRateByFollowers?: number | null;
  measuredOn?: string | null;
  history: HistoryPoint[];
  names: { handle: string; displayName: string; firstSeen: string; lastSeen: string }[];
  rateCards: Price[];
  audit?: Audit | null;
}

export interface PastResult {
  collaborationId: string;
  campaignId: string;
  accountId: string;
  daysAfter: number;
  views?: number | null;
  engagements?: number | null;
  saves?: number | null;
  orders: number;
  netRevenue: MoneyAmount;
  measuredAt: string;
}

export interface Kol {
  id: string;
  version: number;
  displayName: string;
  country?: string | null;
  topics: string[];
  bio?: string | null;
  notes?: string | null;
  linked: boolean;
  linkedAt?: string | null;
  agencyId?: string | null;
  erasedAt?: string | null;
  createdAt: string;
  updatedAt: string;
  accounts: Account[];
  pastResults: PastResult[];
  consents: Consent[];
}

/** On what ground a purpose stands (PIPL art. 13). */
export const bases = ['CONSENT', 'CONTRACT', 'PUBLIC_INFORMATION'] as const;

export interface Consent {
  id: string;
  purpose: string;
  basis: string;
  evidence?: string | null;
  givenAt: string;
  withdrawnAt?: string | null;
}

export interface NewConsent {
  purpose: string;
  basis: (typeof bases)[number];
  evidence?: string;
  /** Now when left out. */
  givenAt?: string;
}

export const kolKey = (id: string) => ['kol', id] as const;

export function fetchKol(id: string): Promise<Versioned<Kol>> {
  return getVersioned(`/api/v1/kols/${id}`);
}

export function auditKol(id: string, key: string) {
  return send<{ items: Audit[] }>('POST', `/api/v1/kols/${id}/audit`, { key });
}

export function inviteToLink(id: string, key: string) {
  return send<{ token: string; expiresAt: string }>('POST', `/api/v1/kols/${id}/link-invitations`, { key });
}

export function recordConsent(kolId: string, consent: NewConsent, key: string) {
  return send<Consent>('POST', `/api/v1/kols/${kolId}/consents`, { body: consent, key });
}

export function withdrawConsent(kolId: string, consentId: string, key: string) {
  return send<void>('POST', `/api/v1/kols/${kolId}/consents/${consentId}/withdraw`, { key });
}

/** Everything that is stored about the person, as a file. */
export function exportAddress(kolId: string): string {
  return `/api/v1/kols/${kolId}/export`;
}

/** For good. */
export function eraseKol(id: string, reason: string, etag: string, key: string) {
  return send<Kol>('POST', `/api/v1/kols/${id}/erase`, { body: { reason }, etag, key });
}

export interface KolWords {
  displayName: string;
  country: string;
  topics: string[];
  bio: string;
  notes: string;
}

export function changeKol(id: string, words: KolWords, etag: string) {
  return send<Kol>('PATCH', `/api/v1/kols/${id}`, { body: words, etag });
}

export interface NewPrice {
  format: string;
  month: string;
  price: MoneyAmount;
  platformFeeRate?: number;
  rebateRate?: number;
  source?: string;
}

export function recordPrice(kolId: string, accountId: string, price: NewPrice, key: string) {
  return send<Price>('POST', `/api/v1/kols/${kolId}/accounts/${accountId}/rate-cards`, { body: price, key });
}

export interface PlatformInfo {
  code: string;
  name: string;
  nameZh: string;
}

export function fetchPlatforms(): Promise<{ items: PlatformInfo[] }> {
  return getJson('/api/v1/platforms');
}

export function ask<T>(path: string, { filters, ...rest }: ListQuestion): Promise<Page<T>> {
  return getJson(`${path}${formatQuery({ ...rest, ...filters })}`);
}
