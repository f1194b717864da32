import { getJson, type Page } from '../shared/api/http';
import { formatQuery } from '../shared/list/address';
import type { ListQuestion } from '../shared/list/DataList';

interface MadeBy {
  collaborationId: string;
  campaignId: string;
  campaignName: string;
  kolId: string;
  kolName: string;
  platform: string;
  handle: string;
  url?: string | null;
}

/** A script, draft or post that was handed in. */
export interface Content extends MadeBy {
  id: string;
  kind: 'SCRIPT' | 'DRAFT' | 'POST';
  round: number;
  text?: string | null;
  handedInAt: string;
  late: boolean;
  verdict: 'WAITING' | 'APPROVED' | 'SENT_BACK' | 'LIVE' | 'REMOVED';
  comment?: string | null;
}

/** A licence to reuse one content on one channel. */
export interface Right extends MadeBy {
  id: string;
  contentId: string;
  channel: string;
  territory: string[];
  fromOn: string;
  untilOn: string;
  paidAds: boolean;
  exclusive: boolean;
  live: boolean;
}

export function fetchContents({ filters, cursor, limit }: ListQuestion): Promise<Page<Content>> {
  return getJson(`/api/v1/contents${formatQuery({ ...filters, cursor, limit })}`);
}

export function fetchRights({ filters, cursor, limit }: ListQuestion): Promise<Page<Right>> {
  return getJson(`/api/v1/rights${formatQuery({ ...filters, cursor, limit })}`);
}
