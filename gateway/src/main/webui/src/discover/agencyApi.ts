import { getJson, getVersioned, type Page, send, type Versioned } from '../shared/api/http';
import type { Found } from './searchApi';

/** Somebody who speaks for KOLs. */
export interface Agency {
  id: string;
  name: string;
  country?: string | null;
  notes?: string | null;
}

export interface RosterEntry {
  kolId: string;
  displayName: string;
  joinedOn: string;
  /** Not known while the agency still speaks for the KOL. */
  leftOn?: string | null;
}

/** What a new agency is entered with; `id` is the one it signs in with, where it does. */
export interface NewAgency {
  name: string;
  country?: string;
  notes?: string;
  id?: string;
}

/** What the organisation says about an agency. */
export interface AgencyWords {
  name: string;
  country: string;
  notes: string;
}

export const agenciesKey = ['agencies'] as const;
export const agencyKey = (id: string) => [...agenciesKey, id] as const;

export function fetchAgencies(): Promise<Page<Agency>> {
  return getJson('/api/v1/agencies');
}

export function fetchAgency(id: string): Promise<Versioned<Agency>> {
  return getVersioned(`/api/v1/agencies/${id}`);
}

export function changeAgency(id: string, words: AgencyWords, etag: string) {
  return send<Agency>('PUT', `/api/v1/agencies/${id}`, { body: words, etag });
}

export function fetchRoster(id: string): Promise<{ items: RosterEntry[] }> {
  return getJson(`/api/v1/agencies/${id}/roster`);
}

export async function createAgency(words: NewAgency, key: string): Promise<Agency> {
  return (await send<Agency>('POST', '/api/v1/agencies', { body: words, key })).value;
}

export function sign(agencyId: string, kolId: string, key: string) {
  return send<unknown>('POST', `/api/v1/agencies/${agencyId}/roster`, { body: { kolId }, key });
}

export function release(agencyId: string, kolId: string, key: string) {
  return send<unknown>('POST', `/api/v1/agencies/${agencyId}/roster/${kolId}/release`, { key });
}

/** KOLs by name, each once, to choose one from. */
export async function findKols(q: string): Promise<{ kolId: string; displayName: string; handle?: string | null }[]> {
  const { items } = await getJson<Found>(`/api/v1/kols?limit=20&q=${encodeURIComponent(q)}`);
  return [...new Map(items.map((one) => [one.kolId, one])).values()];
}
