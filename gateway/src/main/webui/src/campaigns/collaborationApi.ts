import { getJson, getVersioned, type MoneyAmount, type Page, send } from '../shared/api/http';
import { formatQuery } from '../shared/list/address';
import type { ListQuestion } from '../shared/list/DataList';
import type { Rights } from './api';

export type Track = 'GIFT' | 'PAID';

/** A collaboration in a list, on a board or as the head of its page. */
export interface CollaborationSummary {
  id: string;
  version: number;
  campaignId: string;
  campaignName: string;
  briefId?: string | null;
  track: Track;
  state: string;
  stateSince: string;
  dueAt?: string | null;
  atEnd: boolean;
  kolId: string;
  kolName: string;
  accountId: string;
  platform: string;
  handle: string;
  tier?: string | null;
  followers?: number | null;
  auditScore?: number | null;
  deliveryAssumed: boolean;
  fee?: MoneyAmount | null;
  productId?: string | null;
  promoCode?: string | null;
  trackingSlug?: string | null;
  trackingTarget?: string | null;
  postUrl?: string | null;
  publishedAt?: string | null;
  escalatedFrom?: string | null;
  blocked?: { code: string; detail: string } | null;
  note?: string | null;
  /** What the brand may do now, as in the address. */
  actions: string[];
  /** Those among them that are the KOL's, and need a reason when the brand takes them. */
  onBehalf: string[];
  createdAt: string;
}

export interface Terms {
  fee: MoneyAmount;
  deliverables: { format: string; quantity: number; dueAt?: string | null }[];
  rights?: Rights | null;
  disclosure: string;
  hashtags: string[];
  scriptRequired: boolean;
  retentionDays: number;
  publishBy?: string | null;
}

export interface Evidence {
  condition: { metric: string; threshold: number; viralFrom?: number | null };
  value?: number | null;
  interval?: { low: number; high: number; method: string } | null;
  sampleSize: number;
  source: string;
  verdict: 'CLEARLY_MET' | 'MET' | 'NOT_MET' | 'UNKNOWN';
}

export interface Proposal {
  ruleId: string;
  ruleName: string;
  ruleVersion: number;
  needed: number;
  recommendation: 'ESCALATE' | 'KEEP_AS_IT_IS' | 'UNDECIDED';
  confidence: 'HIGH' | 'LOW';
  evidence: Evidence[];
}

export interface HandedIn {
  id: string;
  kind: 'SCRIPT' | 'DRAFT' | 'POST';
  round: number;
  url?: string | null;
  text?: string | null;
  at: string;
  late: boolean;
  verdict: string;
  comment?: string | null;
}

export interface HistoryEntry {
  verb: string;
  from?: string | null;
  to: string;
  party: 'BRAND' | 'KOL' | 'SYSTEM';
  actorName: string;
  reason?: string | null;
  at: string;
  recordedAt: string;
}

export interface CollaborationDetail {
  collaboration: CollaborationSummary;
  terms?: Terms | null;
  milestones: { name: string; amount: MoneyAmount }[];
  rights?: Rights | null;
  gift?: { productId: string; productName: string; productCost: MoneyAmount; shippingCost: MoneyAmount } | null;
  /** Masked. */
  address?: string | null;
  shipments: {
    carrier: string;
    trackingNumber: string;
    productCost: MoneyAmount;
    shippingCost: MoneyAmount;
    shippedAt: string;
  }[];
  contents: HandedIn[];
  results: {
    daysAfter: number;
    views?: number | null;
    engagements?: number | null;
    saves?: number | null;
    orders: number;
    netRevenue: MoneyAmount;
    snapshotAt: string;
  }[];
  proposals: { daysAfter: number; at: string; proposal: Proposal }[];
  payouts: {
    payoutId: string;
    state: string;
    amount: MoneyAmount;
    endToEndId: string;
    detail?: string | null;
    at: string;
  }[];
  reserved: MoneyAmount;
  spent: MoneyAmount;
  escalatedTo?: string | null;
  history: HistoryEntry[];
}

export const boardKey = (campaignId: string) => ['board', campaignId] as const;
export const collaborationKey = (id: string) => ['collaboration', id] as const;

export interface Board {
  campaignId: string;
  columns: { track: Track; state: string; count: number; items: CollaborationSummary[] }[];
}

/** Of each column at most so many cards: those that have waited longest. */
export function fetchBoard(campaignId: string, limit: number): Promise<Board> {
  return getJson(`/api/v1/campaigns/${campaignId}/board${formatQuery({ limit })}`);
}

export function fetchCandidates(
  campaignId: string,
  { cursor, limit }: ListQuestion,
): Promise<Page<CollaborationSummary>> {
  return getJson(`/api/v1/campaigns/${campaignId}/candidates${formatQuery({ cursor, limit })}`);
}

export function fetchCollaboration(id: string) {
  return getVersioned<CollaborationDetail>(`/api/v1/collaborations/${id}`);
}

/** Takes a step, against the version that was on the screen. */
export function takeStep(
  { id, version }: Pick<CollaborationSummary, 'id' | 'version'>,
  verb: string,
  body: object,
  key: string,
) {
  return send<CollaborationDetail>('POST', `/api/v1/collaborations/${id}/${verb}`, { body, key, etag: `"${version}"` });
}

/** A paid collaboration offered straight to an account. */
export interface PaidOffer {
  accountId: string;
  briefId?: string;
  fee?: MoneyAmount;
  publishBy?: string;
}

export function offerPaid(campaignId: string, offer: PaidOffer, key: string) {
  return send<CollaborationDetail>('POST', `/api/v1/campaigns/${campaignId}/offers`, { body: offer, key });
}

export function choosePromoCode(
  { id, version }: Pick<CollaborationSummary, 'id' | 'version'>,
  promoCode: string,
  key: string,
) {
  return send<CollaborationDetail>('POST', `/api/v1/collaborations/${id}/promo-code`, {
    body: { promoCode },
    key,
    etag: `"${version}"`,
  });
}

export function revealAddress(id: string, reason: string, key: string) {
  return send<Record<string, string | null>>('POST', `/api/v1/collaborations/${id}/reveal-address`, {
    body: { reason },
    key,
  });
}
