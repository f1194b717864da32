import { useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

/** The query of an address: filters, sort, tab and page live here, so that every view can be shared and gone back to. */
export type Query = Record<string, string | string[]>;

export function parseQuery(text: string): Query {
  const query: Query = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const before = query[key];
    query[key] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return query;
}

export function formatQuery(query: object): string {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) parameters.append(key, String(one));
  }
  const text = parameters.toString();
  return text ? `?${text}` : '';
}

export interface Address {
  query: Query;
  /** The first value of a key. */
  one: (key: string) => string | undefined;
  /** All values of a key. */
  many: (key: string) => string[];
  /** Changes some keys; undefined removes one. A filter replaces nothing in the history unless told to. */
  change: (changes: Record<string, string | string[] | undefined>, options?: { replace?: boolean }) => void;
}

export function useAddress(): Address {
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  const query = search as Query;
  const change = useCallback<Address['change']>(
    (changes, options) => {
      void navigate({
        to: pathname,
        search: ((before: Query) => ({ ...before, ...changes })) as never,
        replace: options?.replace ?? false,
        resetScroll: false,
      });
    },
    [navigate, pathname],
  );
  return useMemo(() => {
    const many = (key: string) => {
      const value = query[key];
      return value === undefined ? [] : Array.isArray(value) ? value : [value];
    };
    return { query, many, one: (key: string) => many(key)[0], change };
  }, [query, change]);
}
