import { queryOptions } from '@tanstack/react-query';
import type { components as CampaignTypes } from '../shared/api/generated/campaign';
import type { components as PaymentTypes } from '../shared/api/generated/payment';
import { everyPage, getJson, getVersioned, send } from '../shared/api/http';

export type Brief = CampaignTypes['schemas']['PartnerBrief'];

export type Payment = PaymentTypes['schemas']['Payment'];

/** What a KOL can do to a brief, as in the address of the command. */
export type Step =
  | 'accept'
  | 'decline'
  | 'counter'
  | 'accept-counter'
  | 'confirm-delivery'
  | 'submit-script'
  | 'submit-draft'
  | 'submit-post'
  | 'dispute';

export const briefsKey = ['partner-briefs'] as const;

export const briefsQuery = queryOptions({
  queryKey: briefsKey,
  queryFn: () => everyPage<Brief>('/partner/v1/briefs?limit=200'),
});

export function briefQuery(id: string) {
  return queryOptions({
    queryKey: [...briefsKey, id],
    queryFn: () => getVersioned<Brief>(`/partner/v1/briefs/${id}`),
  });
}

export function takeStep(id: string, step: Step, body: object, etag: string, key: string) {
  return send<Brief>('POST', `/partner/v1/briefs/${id}/${step}`, { body, etag, key });
}

export const paymentsQuery = queryOptions({
  queryKey: ['partner-payouts'],
  queryFn: () => everyPage<Payment>('/partner/v1/payouts?limit=200'),
});

export interface Profile {
  items: {
    kolId: string;
    organisationId: string;
    displayName: string;
    country: string | null;
    accounts: { id: string; platform: string; handle: string; followers: number | null; measuredOn: string | null }[];
  }[];
}

export const profileQuery = queryOptions({
  queryKey: ['partner-profile'],
  queryFn: () => getJson<Profile>('/partner/v1/profile'),
});

export function confirmLink(token: string, key: string) {
  return send<unknown>('POST', '/partner/v1/profile/links', { body: { token }, key });
}
