import { allOf } from '../shared/api/allOf';
import { getJson, send } from '../shared/api/http';

/** A list of accounts that somebody keeps under a name, and how long it is. */
export interface KolListSummary {
  id: string;
  name: string;
  description?: string | null;
  size: number;
}

export interface ListEntry {
  accountId: string;
  kolId: string;
  displayName: string;
  handle: string;
  platform: string;
  tier?: string | null;
  followers?: number | null;
  note?: string | null;
  addedAt: string;
}

export interface KolList {
  id: string;
  name: string;
  description?: string | null;
  entries: ListEntry[];
}

export const listsKey = ['lists'] as const;

export function fetchLists(): Promise<{ items: KolListSummary[] }> {
  return getJson('/api/v1/lists');
}

export function fetchList(id: string): Promise<KolList> {
  return getJson(`/api/v1/lists/${id}`);
}

export async function createList(words: { name: string; description?: string }, key: string): Promise<KolList> {
  return (await send<KolList>('POST', '/api/v1/lists', { body: words, key })).value;
}

export function removeList(id: string) {
  return send<void>('DELETE', `/api/v1/lists/${id}`, {});
}

/** An account that stands on the list already keeps its place. */
export function addToList(id: string, accountIds: string[], nameOf: (id: string) => string, key: string) {
  return allOf(
    accountIds,
    (accountId) =>
      send<KolList>('POST', `/api/v1/lists/${id}/entries`, { body: { accountId }, key: `${key}-${accountId}` }),
    nameOf,
  );
}

export function takeFromList(id: string, entries: ListEntry[]) {
  return allOf(
    entries,
    ({ accountId }) => send<KolList>('DELETE', `/api/v1/lists/${id}/entries/${accountId}`, {}),
    ({ displayName }) => displayName,
  );
}
